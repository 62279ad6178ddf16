package dev.kontor.proof.day;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What lines of the ERP's documents of one order sum up to, by tax rate; apart by sign, as Business
 * Central does (totals.md rule 10).
 */
final class TaxRows {

  private static final int CENTS = 2;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final boolean areGross;

  /** By rate, each without those of the other sign. */
  private final Map<BigDecimal, Sum> negative = new TreeMap<>();

  private final Map<BigDecimal, Sum> positive = new TreeMap<>();

  private record Sum(BigDecimal gross, BigDecimal net) {
    static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);

    Sum plus(Sum other) {
      return new Sum(gross.add(other.gross), net.add(other.net));
    }

    BigDecimal tax() {
      return gross.subtract(net);
    }

    /** Not rounded to cents yet. */
    BigDecimal tax(BigDecimal rate, boolean areGross) {
      return areGross
          ? gross.multiply(rate).divide(HUNDRED.add(rate), CENTS, RoundingMode.HALF_UP)
          : net.multiply(rate).divide(HUNDRED);
    }
  }

  private TaxRows(boolean areGross) {
    this.areGross = areGross;
  }

  static TaxRows of(List<JsonNode> documents) {
    TaxRows rows = new TaxRows(areGross(documents.getFirst()));
    documents.stream()
        .flatMap(document -> document.path("lines").valueStream())
        .filter(line -> line.hasNonNull("taxPercent"))
        .forEach(rows::add);
    return rows;
  }

  /** Whether the document's prices include tax, so that its gross amount is the order's. */
  static boolean areGross(JsonNode document) {
    return document.path("pricesIncludeTax").asBoolean();
  }

  private void add(JsonNode line) {
    Sum sum =
        new Sum(
            line.path("netAmountIncludingTax").decimalValue(),
            line.path("netAmount").decimalValue());
    (sum.gross().signum() < 0 ? negative : positive)
        .merge(line.path("taxPercent").decimalValue().stripTrailingZeros(), sum, Sum::plus);
  }

  /** As the documents state it; rates without tax are absent. */
  Map<String, BigDecimal> taxes() {
    Map<String, BigDecimal> taxes = new TreeMap<>();
    rates().forEach((rate, both) -> put(taxes, rate.toPlainString(), both.tax()));
    return taxes;
  }

  /** As one document with these amounts would compute it (totals.md rules 11 and 12). */
  Map<String, BigDecimal> taxesByRate() {
    Map<String, BigDecimal> taxes = new TreeMap<>();
    for (BigDecimal rate : rates().keySet()) {
      BigDecimal below = negative.getOrDefault(rate, Sum.NONE).tax(rate, areGross);
      BigDecimal first = below.setScale(CENTS, RoundingMode.HALF_UP);
      BigDecimal carried = below.subtract(first);
      BigDecimal above = positive.getOrDefault(rate, Sum.NONE).tax(rate, areGross).add(carried);
      put(taxes, rate.toPlainString(), first.add(above.setScale(CENTS, RoundingMode.HALF_UP)));
    }
    return taxes;
  }

  private Map<BigDecimal, Sum> rates() {
    Map<BigDecimal, Sum> both = new TreeMap<>(negative);
    positive.forEach((rate, sum) -> both.merge(rate, sum, Sum::plus));
    return both;
  }

  static void put(Map<String, BigDecimal> taxes, String rate, BigDecimal tax) {
    if (tax.signum() != 0) {
      taxes.put(rate, tax.setScale(CENTS));
    }
  }
}
