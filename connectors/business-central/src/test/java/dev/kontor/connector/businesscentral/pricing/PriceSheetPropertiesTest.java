package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A price sheet against the engine's own answers for single quantities and days. */
class PriceSheetPropertiesTest {

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final int DAYS = 8;

  @Property(tries = 1_000)
  void everyQuantityOfABreakHasItsPrice(
      @ForAll("situations") Situation situation,
      @ForAll("steps") BigDecimal step,
      @ForAll long seed) {
    PriceSheet sheet = sheets(situation, step).sheet(situation.question());
    quantities(sheet, step, seed)
        .forEach(
            quantity ->
                assertThat(price(situation, quantity))
                    .as("at %s of %s", quantity, sheet)
                    .isEqualByComparingTo(breakOf(sheet, quantity).price()));
  }

  /** Around every break, and any number of steps. */
  private static Stream<BigDecimal> quantities(PriceSheet sheet, BigDecimal step, long seed) {
    Stream<BigDecimal> around =
        sheet.breaks().stream()
            .map(QuantityBreak::minimumQuantity)
            .flatMap(q -> Stream.of(q.subtract(step), q, q.add(step)));
    Stream<BigDecimal> anywhere =
        new Random(seed).ints(5, 1, 40).mapToObj(n -> step.multiply(BigDecimal.valueOf(n)));
    return Stream.concat(around, anywhere).filter(q -> q.signum() > 0);
  }

  private static QuantityBreak breakOf(PriceSheet sheet, BigDecimal quantity) {
    return sheet.breaks().stream()
        .filter(b -> b.minimumQuantity().compareTo(quantity) <= 0)
        .reduce(sheet.breaks().getFirst(), (earlier, later) -> later);
  }

  private static BigDecimal price(Situation situation, BigDecimal quantity) {
    return new PriceEngine(situation.model())
        .price(situation.question().withQuantity(quantity), situation.book())
        .discountedUnitPrice(CENT);
  }

  @Property(tries = 1_000)
  void breaksBeginWithTheFirstOrderableQuantityAndEachHasAnotherPrice(
      @ForAll("situations") Situation situation, @ForAll("steps") BigDecimal step) {
    List<QuantityBreak> breaks = sheets(situation, step).sheet(situation.question()).breaks();
    assertThat(breaks.getFirst().minimumQuantity()).isEqualByComparingTo(step);
    for (int i = 1; i < breaks.size(); i++) {
      assertThat(breaks.get(i).price()).isNotEqualByComparingTo(breaks.get(i - 1).price());
      assertThat(breaks.get(i).minimumQuantity())
          .isGreaterThan(breaks.get(i - 1).minimumQuantity());
    }
  }

  @Property(tries = 1_000)
  void theSheetStaysUntilItsNextChangeAndDiffersThen(
      @ForAll("situations") Situation situation, @ForAll("steps") BigDecimal step) {
    PriceSheets sheets = sheets(situation, step);
    PriceSheet sheet = sheets.sheet(situation.question());
    LocalDate change = sheet.nextChange();
    for (int days = 1; days <= DAYS; days++) {
      LocalDate day = RandomPricing.DAY.plusDays(days);
      boolean same = shown(sheets.sheet(situation.question().withDate(day))).equals(shown(sheet));
      if (change == null || day.isBefore(change)) {
        assertThat(same).as("unchanged on %s", day).isTrue();
      } else if (day.equals(change)) {
        assertThat(same).as("changed on %s", day).isFalse();
      }
    }
    assertThat(change == null || change.isBefore(RandomPricing.DAY.plusDays(DAYS))).isTrue();
  }

  private static List<String> shown(PriceSheet sheet) {
    return sheet.breaks().stream()
        .map(b -> b.minimumQuantity().stripTrailingZeros() + " at " + b.price())
        .toList();
  }

  private static PriceSheets sheets(Situation situation, BigDecimal step) {
    return new PriceSheets(new PriceEngine(situation.model()), situation.book(), step, CENT);
  }

  @Provide
  Arbitrary<Situation> situations() {
    return RandomPricing.situations();
  }

  @Provide
  Arbitrary<BigDecimal> steps() {
    return net.jqwik.api.Arbitraries.of("1", "0.5", "6", "0.00001").map(BigDecimal::new);
  }
}
