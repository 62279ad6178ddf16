package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Of one cause there is one group, and what is said of it tells of nobody. */
final class DeadLettersTest {

  private static DeadLetterStore.Found found(String flow, String reason, long count) {
    return new DeadLetterStore.Found(
        flow,
        "Invalid",
        reason,
        reason,
        count,
        Samples.NOON.minusSeconds(count),
        List.of("n" + count),
        List.of(count));
  }

  @Test
  void documentsOfOneCauseAreCountedTogether() {
    List<Failures.Group> groups =
        new DeadLetters(failure -> failure.flow() + ": " + failure.reason())
            .grouped(
                List.of(
                    found("orders", "customer: Posting Group missing in Customer: No.=20001", 2),
                    found("orders", "customer: Posting Group missing in Customer: No.=C-0", 3),
                    found("orders", "customer: Posting Group missing in Vendor: No.=1", 1),
                    found("stock", "customer: Posting Group missing in Customer: No.=1", 1)));
    assertThat(groups).hasSize(3);
    assertThat(groups.getFirst().count()).isEqualTo(5);
    assertThat(groups.getFirst().documents()).containsExactly("n2", "n3");
    assertThat(groups.getFirst().payloads()).containsExactly(2L, 3L);
    assertThat(groups.getFirst().oldest()).isEqualTo(Samples.NOON.minusSeconds(3));
    assertThat(groups.getFirst().problem())
        .as("of the oldest")
        .isEqualTo("orders: customer: Posting Group missing in Customer: No.=C-0");
    assertThat(groups).extracting(Failures.Group::cause).doesNotHaveDuplicates();
  }

  @Test
  void whatTellsOfAPersonIsLeftOut() {
    String said =
        DeadLetters.cause(
            "buyer 'Erika Muster' of \"Muster & Co\" („Erika“, erika.muster@kunde.example), order"
                + " 10023-A, a1b2c3d4-0000, 3.50 EUR: isn't known, wasn't found");
    assertThat(said)
        .doesNotContain("Erika", "Muster", "kunde", "10023", "a1b2", "3.50")
        .contains("isn't known, wasn't found");
  }

  @Test
  void anErrorOfAnyLengthAndShapeIsReadAtOnce() {
    for (String part : List.of("a", "a1", "'", "@", "a@", "\"a ", "„x")) {
      assertThat(DeadLetters.cause(part.repeat(20_000))).hasSizeLessThan(400);
    }
  }
}
