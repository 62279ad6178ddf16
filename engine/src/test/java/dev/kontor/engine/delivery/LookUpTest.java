package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.delivery.LookUp.Answer;
import dev.kontor.engine.delivery.LookUp.Question;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is in doubt is asked for together, and each gets the answer that is its own. */
final class LookUpTest {

  private final AskedErp erp = new AskedErp();
  private final LookUp lookUp = new LookUp(() -> false);

  private static Intent open(String key, boolean past) {
    return new Intent(key, "open", past, past ? 0 : 9_000, null, null, null);
  }

  private static Question order(String number, @Nullable Intent intent) {
    return new Question(AskedErp.order(number), intent, false);
  }

  private List<Answer> asked(Question... questions) {
    return lookUp.before(erp.line(EntityType.ORDER), List.of(questions));
  }

  @Test
  void whateverIsInDoubtIsAskedForInOneCall() {
    erp.has(new Identity.ExternalReference("S-7"), "id-7");
    Question[] questions =
        IntStream.range(0, 20)
            .mapToObj(i -> order("S-" + i, open("S-" + i, i % 2 == 0)))
            .toArray(Question[]::new);
    List<Answer> answers = asked(questions);
    assertThat(erp.calls()).isEqualTo(1);
    assertThat(answers.get(7))
        .isInstanceOfSatisfying(
            Answer.There.class, there -> assertThat(there.written().id()).isEqualTo("id-7"));
    assertThat(answers.get(8)).isInstanceOf(Answer.Send.class);
    assertThat(answers.get(9)).isEqualTo(new Answer.Unclear(9_000));
  }

  @Test
  void whatCannotBeInDoubtIsNotAskedFor() {
    Intent confirmed = new Intent("S-2", "confirmed", true, 0, null, "id-2", "101002");
    List<Answer> answers = asked(order("S-1", null), order("S-2", confirmed));
    assertThat(erp.calls()).isZero();
    assertThat(answers.getFirst()).isInstanceOf(Answer.Send.class);
    assertThat(answers.getLast())
        .isInstanceOfSatisfying(
            Answer.There.class, there -> assertThat(there.written().number()).isEqualTo("101002"));
  }

  @Test
  void aCustomerIsKnownByTheSurerKeyFirstAndBothAreAskedForInOneCall() {
    erp.has(new Identity.Match("vat:DE1"), "by-vat");
    erp.has(new Identity.Match("email:a@b.example"), "by-email");
    List<Answer> answers =
        lookUp.before(
            erp.line(EntityType.CUSTOMER),
            List.of(
                new Question(AskedErp.debtor("vat:DE1", "A@b.example"), null, false),
                new Question(AskedErp.debtor("vat:DE2", "a@B.example"), null, false)));
    assertThat(erp.calls()).isEqualTo(1);
    assertThat(answers)
        .extracting(answer -> ((Answer.There) answer).written().id())
        .containsExactly("by-vat", "by-email");
  }

  @Test
  void whatCannotBeAskedForKeepsNoOtherFromBeingFound() {
    erp.refuses("S-5", new Fault.Invalid("externalDocumentNumber", "is too long", null));
    List<Answer> answers =
        asked(
            IntStream.range(0, 8)
                .mapToObj(i -> order("S-" + i, open("S-" + i, true)))
                .toArray(Question[]::new));
    assertThat(answers).filteredOn(Answer.Failed.class::isInstance).hasSize(1);
    assertThat(answers.get(5)).isInstanceOf(Answer.Failed.class);
    assertThat(erp.calls()).as("calls to find the one among eight").isEqualTo(7);
  }

  @Test
  void aSystemThatDoesNotAnswerIsNotAskedAgainForEach() {
    erp.refuses("S-0", new Fault.Unavailable("erp: no answer"));
    List<Answer> answers = asked(order("S-0", open("S-0", true)), order("S-1", open("S-1", true)));
    assertThat(answers).allMatch(Answer.Failed.class::isInstance);
    assertThat(erp.calls()).isEqualTo(1);
  }

  @Test
  void twoDocumentsForOneAreForAPerson() {
    erp.has(new Identity.ExternalReference("S-1"), "one");
    erp.has(new Identity.ExternalReference("S-1"), "two");
    assertThat(asked(order("S-1", open("S-1", true))).getFirst())
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.fault()).isInstanceOf(Fault.Ambiguous.class));
  }
}
