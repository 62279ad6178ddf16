package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.FullRunOnly;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** The engine against an independent reading of the rules, on random set-ups. */
class PriceEnginePropertiesTest {

  @Property(tries = 4_000)
  void theEngineComputesWhatTheRulesSay(@ForAll("situations") Situation situation) {
    compare(situation);
  }

  @Property(tries = 100_000)
  @AddLifecycleHook(FullRunOnly.class)
  void theEngineComputesWhatTheRulesSayOnAHundredThousandSetUps(
      @ForAll("situations") Situation situation) {
    compare(situation);
  }

  private static void compare(Situation situation) {
    ReadAloud.Result expected = new ReadAloud(situation).result();
    PriceAnswer answer = situation.answer();
    assertThat(answer.unitPrice()).as("unit price").isEqualByComparingTo(expected.unitPrice());
    assertThat(answer.lineDiscountPercent())
        .as("line discount %")
        .isEqualByComparingTo(expected.discount());
    assertThat(answer.allowLineDiscount()).isEqualTo(expected.allowLineDiscount());
    assertThat(answer.allowInvoiceDiscount()).isEqualTo(expected.allowInvoiceDiscount());
    assertThat(answer.lineDiscountAmount()).isEqualByComparingTo(expected.discountAmount());
    assertThat(answer.lineAmount()).isEqualByComparingTo(expected.lineAmount());
  }

  @Property(tries = 400)
  void theOrderInWhichThePriceBookIsReadDoesNotMatter(
      @ForAll("situations") Situation situation, @ForAll long seed) {
    List<PriceListLine> shuffled = new ArrayList<>(situation.lines());
    Collections.shuffle(shuffled, new Random(seed));
    Situation other =
        new Situation(situation.model(), situation.question(), situation.card(), shuffled);
    assertThat(other.answer().unitPrice()).isEqualTo(situation.answer().unitPrice());
    assertThat(other.answer().lineAmount()).isEqualTo(situation.answer().lineAmount());
  }

  /** At most one line wins a search, and no line is judged twice. */
  @Property(tries = 400)
  void everyLineHasOneVerdict(@ForAll("situations") Situation situation) {
    PriceAnswer answer = situation.answer();
    for (List<Candidate> search : List.of(answer.prices(), answer.discounts())) {
      assertThat(search).extracting(Candidate::line).doesNotHaveDuplicates();
      assertThat(search.stream().skip(1)).noneMatch(c -> c.verdict() == Verdict.WON);
    }
    boolean listed = answer.origin() == PriceOrigin.PRICE_LIST;
    assertThat(listed)
        .isEqualTo(answer.prices().stream().anyMatch(c -> c.verdict() == Verdict.WON));
  }

  @Provide
  Arbitrary<Situation> situations() {
    return RandomPricing.situations();
  }
}
