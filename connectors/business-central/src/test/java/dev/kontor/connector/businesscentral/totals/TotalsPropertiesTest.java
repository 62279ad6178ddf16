package dev.kontor.connector.businesscentral.totals;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.kit.totals.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TotalsPropertiesTest {

  @Property(tries = 400)
  void vatIsRoundedOncePerIdentifierAndSign(
      @ForAll("lines") List<DocumentLine> lines, @ForAll boolean pricesIncludeVat) {
    Prediction prediction = predict(lines, pricesIncludeVat);
    lines.stream()
        .filter(line -> line.unitPrice().signum() != 0)
        .collect(groupingBy(DocumentLine::vatIdentifier))
        .forEach(
            (id, group) ->
                assertThat(requireNonNull(prediction.groups().get(id)).vat())
                    .as(id)
                    .isEqualByComparingTo(
                        pricesIncludeVat ? containedVat(group) : addedVat(group)));
  }

  @Property(tries = 400)
  void groupsAddUpToThePostedLines(
      @ForAll("lines") List<DocumentLine> lines, @ForAll boolean pricesIncludeVat) {
    Prediction prediction = predict(lines, pricesIncludeVat);
    assertThat(prediction.groups().values().stream().reduce(Totals.ZERO, Totals::plus))
        .isEqualTo(prediction.posted());
  }

  @Test
  void aCentCarriedIntoARowWithoutAmountIsLost() {
    List<DocumentLine> lines = List.of(line(1, "-39.50", "7"), line(1, "0.0004", "7"));
    assertThat(requireNonNull(predict(lines, false).groups().get("VAT7")).vat())
        .isEqualByComparingTo("-2.77");
  }

  /** Prices without VAT: what rounding the negative row took away goes into the positive row. */
  private static BigDecimal addedVat(List<DocumentLine> group) {
    BigDecimal negative = sum(group, -1);
    BigDecimal positive = sum(group, 1);
    BigDecimal rate = group.getFirst().vatPercent().movePointLeft(2);
    BigDecimal exact = negative.multiply(rate);
    BigDecimal vat = cents(exact);
    BigDecimal carried = exact.subtract(vat);
    return positive.signum() == 0 ? vat : vat.add(cents(positive.multiply(rate).add(carried)));
  }

  private static BigDecimal containedVat(List<DocumentLine> group) {
    BigDecimal percent = group.getFirst().vatPercent();
    return Stream.of(sum(group, -1), sum(group, 1))
        .map(
            amount ->
                amount
                    .multiply(percent)
                    .divide(percent.add(new BigDecimal(100)), 2, RoundingMode.HALF_UP))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(List<DocumentLine> group, int sign) {
    return group.stream()
        .map(line -> cents(line.quantity().multiply(line.unitPrice())))
        .filter(amount -> amount.signum() == sign)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  @Property(tries = 400)
  void grossPricesGiveExactlyTheSumOfTheLineAmounts(@ForAll("lines") List<DocumentLine> lines) {
    Prediction prediction = predict(lines, true);
    BigDecimal sum =
        lines.stream()
            .map(line -> line.lineAmount(SalesDocument.CENT))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(prediction.posted().gross()).isEqualByComparingTo(sum);
    assertThat(prediction.draft().gross()).isEqualByComparingTo(sum);
    assertThat(prediction.released().gross()).isEqualByComparingTo(sum);
  }

  @Property(tries = 400)
  void netPricesKeepTheNetOfEveryLine(@ForAll("lines") List<DocumentLine> lines) {
    Prediction prediction = predict(lines, false);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(prediction.postedLines().get(i).totals().net())
          .isEqualByComparingTo(lines.get(i).lineAmount(SalesDocument.CENT));
    }
    assertThat(prediction.released()).isEqualTo(prediction.posted());
  }

  @Property(tries = 400)
  void anInvoiceDiscountIsSpreadToTheLastCent(
      @ForAll("positiveLines") List<DocumentLine> lines, @ForAll("percent") BigDecimal percent) {
    BigDecimal whole =
        lines.stream()
            .map(line -> line.lineAmount(SalesDocument.CENT))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal discount =
        Rounding.DOWN.round(Rounding.percentOf(whole, percent), SalesDocument.CENT);
    Prediction prediction =
        TotalsPredictor.predict(
            new SalesDocument(
                true,
                SalesDocument.CENT,
                Rounding.NEAREST,
                BigDecimal.ZERO,
                discount,
                null,
                null,
                null,
                lines));
    BigDecimal spread =
        prediction.postedLines().stream()
            .map(LineTotals::invoiceDiscount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(spread).isEqualByComparingTo(discount);
    assertThat(prediction.posted().gross()).isEqualByComparingTo(whole.subtract(discount));
  }

  private static Prediction predict(List<DocumentLine> lines, boolean pricesIncludeVat) {
    return TotalsPredictor.predict(SalesDocument.of(pricesIncludeVat, SalesDocument.CENT, lines));
  }

  @Provide
  Arbitrary<List<DocumentLine>> lines() {
    return line(Arbitraries.bigDecimals().between(new BigDecimal("-50"), new BigDecimal("900")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<DocumentLine>> positiveLines() {
    return line(Arbitraries.bigDecimals().between(new BigDecimal("0.5"), new BigDecimal("900")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<BigDecimal> percent() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("100")).ofScale(2);
  }

  private static Arbitrary<DocumentLine> line(
      net.jqwik.api.arbitraries.BigDecimalArbitrary unitPrice) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            unitPrice.ofScale(4),
            Arbitraries.of("0", "5.5", "7", "19", "20"))
        .as((quantity, price, rate) -> line(quantity, price.toPlainString(), rate));
  }

  private static DocumentLine line(int quantity, String unitPrice, String vatPercent) {
    return DocumentLine.of(
        BigDecimal.valueOf(quantity),
        new BigDecimal(unitPrice),
        BigDecimal.ZERO,
        new BigDecimal(vatPercent),
        "VAT" + vatPercent,
        VatCalculation.NORMAL);
  }
}
