package dev.kontor.connector.businesscentral.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TotalsPropertiesTest {

  @Property(tries = 400)
  void postedLineVatAddsUpToItsGroup(
      @ForAll("lines") List<DocumentLine> lines, @ForAll boolean pricesIncludeVat) {
    Prediction prediction = predict(lines, pricesIncludeVat);
    Map<String, BigDecimal> vat = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      vat.merge(
          lines.get(i).vatIdentifier(),
          prediction.postedLines().get(i).totals().vat(),
          BigDecimal::add);
    }
    prediction
        .groups()
        .forEach((id, totals) -> assertThat(vat.get(id)).isEqualByComparingTo(totals.vat()));
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
        .as(
            (quantity, price, rate) ->
                DocumentLine.of(
                    BigDecimal.valueOf(quantity),
                    price,
                    BigDecimal.ZERO,
                    new BigDecimal(rate),
                    "VAT" + rate,
                    VatCalculation.NORMAL));
  }
}
