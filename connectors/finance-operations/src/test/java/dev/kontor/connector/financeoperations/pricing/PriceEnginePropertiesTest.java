package dev.kontor.connector.financeoperations.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.FullRunOnly;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** The engine against an independent reading of the rules, on random set-ups. */
class PriceEnginePropertiesTest {

  @Property(tries = 20_000)
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
    PricedOrder priced = situation.priced();
    for (int i = 0; i < expected.lines().size(); i++) {
      compare(priced.lines().get(i), expected.lines().get(i));
    }
    assertThat(priced.totalDiscountBase()).isEqualByComparingTo(expected.base());
    assertThat(priced.totalDiscount())
        .as("total discount")
        .isEqualByComparingTo(expected.totalDiscount());
    assertThat(priced.net()).isEqualByComparingTo(expected.net());
  }

  private static void compare(PricedLine line, ReadAloud.Line expected) {
    assertThat(line.source()).as("source").isEqualTo(expected.source());
    assertThat(line.price()).as("price").isEqualByComparingTo(expected.price());
    assertThat(line.priceUnit()).isEqualByComparingTo(expected.priceUnit());
    assertThat(line.fixedCharges()).isEqualByComparingTo(expected.charges());
    same(line.lineDiscount(), expected.own());
    same(line.multilineDiscount(), expected.multiline());
    assertThat(line.lineAmount()).as("line amount").isEqualByComparingTo(expected.amount());
  }

  private static void same(Discount discount, BigDecimal[] expected) {
    assertThat(discount.percent()).as("percent").isEqualByComparingTo(expected[0]);
    assertThat(discount.amount()).as("amount").isEqualByComparingTo(expected[1]);
  }

  @Property(tries = 1_000)
  void theOrderInWhichAgreementsAreReadDoesNotMatter(
      @ForAll("situations") Situation situation, @ForAll long seed) {
    List<TradeAgreement> shuffled = new ArrayList<>(situation.agreements());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(figures(situation.with(shuffled).priced())).isEqualTo(figures(situation.priced()));
  }

  @Property(tries = 1_000)
  void anAgreementThatCannotMatchChangesNothing(
      @ForAll("situations") Situation situation, @ForAll("situations") Situation others) {
    List<TradeAgreement> more = new ArrayList<>(situation.agreements());
    for (TradeAgreement other : others.agreements()) {
      more.add(ofAnotherCurrency(other));
    }
    assertThat(figures(situation.with(more).priced())).isEqualTo(figures(situation.priced()));
  }

  private static TradeAgreement ofAnotherCurrency(TradeAgreement row) {
    return new TradeAgreement(
        "1" + row.id() + "0000",
        row.relation(),
        row.account(),
        row.item(),
        Map.of(),
        "JPY",
        true,
        row.unit(),
        row.range(),
        row.validity(),
        false,
        row.terms());
  }

  /** All that was found, without the rows that were not. */
  private static List<Object> figures(PricedOrder priced) {
    return Stream.concat(
            priced.lines().stream()
                .flatMap(l -> Stream.of(l.source(), l.price(), l.discount(), l.lineAmount())),
            Stream.of(priced.total(), priced.totalDiscount(), priced.net()))
        .map(o -> o instanceof BigDecimal d ? d.stripTrailingZeros() : o)
        .map(o -> o instanceof Discount d ? plain(d) : o)
        .toList();
  }

  private static Discount plain(Discount discount) {
    return new Discount(
        discount.percent().stripTrailingZeros(), discount.amount().stripTrailingZeros());
  }

  @Property(tries = 1_000)
  void amountsHaveTheScaleOfTheirCurrency(@ForAll("situations") Situation situation) {
    PricedOrder priced = situation.priced();
    BigDecimal precision = situation.parameters().amountPrecision();
    assertThat(
            Stream.concat(
                priced.lines().stream().map(PricedLine::lineAmount),
                Stream.of(priced.totalDiscountBase(), priced.totalDiscount(), priced.net())))
        .allMatch(amount -> amount.scale() == precision.scale())
        .allMatch(amount -> amount.remainder(precision).signum() == 0);
  }

  /** With the readings of the contract there is one search, in which no row is judged twice. */
  @Property(tries = 1_000)
  void everyAgreementHasOneVerdict(@ForAll("situations") Situation situation) {
    for (PricedLine line : situation.priced().lines()) {
      long won = line.prices().stream().filter(f -> f.verdict() == Verdict.WON).count();
      assertThat(won).isEqualTo(line.source().equals(PricedLine.BASE_PRICE) ? 0 : 1);
      if (situation.parameters().switches().equals(Switches.DEFAULT)) {
        for (List<Finding> search :
            List.of(line.prices(), line.lineDiscounts(), line.multilineDiscounts())) {
          assertThat(search).extracting(Finding::agreement).doesNotHaveDuplicates();
        }
      }
    }
  }

  /** The random world is not so poor that the properties above say little. */
  @Example
  void everyVerdictAndEveryKindOfDiscountOccursOften() {
    Map<Object, Integer> seen = new HashMap<>();
    situations()
        .sampleStream()
        .limit(1_000)
        .map(Situation::priced)
        .forEach(
            priced -> {
              count(seen, "total " + priced.total().isNone());
              for (PricedLine line : priced.lines()) {
                Stream.of(line.prices(), line.lineDiscounts(), line.multilineDiscounts())
                    .flatMap(List::stream)
                    .forEach(finding -> count(seen, finding.verdict()));
                count(seen, "line " + line.lineDiscount().isNone());
                count(seen, "multiline " + line.multilineDiscount().isNone());
              }
            });
    assertThat(seen)
        .containsKeys((Object[]) Verdict.values())
        .containsKeys("total true", "total false", "line true", "line false")
        .containsKeys("multiline true", "multiline false");
    assertThat(seen.values()).allMatch(times -> times >= 50, seen.toString());
  }

  private static void count(Map<Object, Integer> seen, Object kind) {
    seen.merge(kind, 1, Integer::sum);
  }

  @Provide
  Arbitrary<Situation> situations() {
    return RandomAgreements.situations();
  }
}
