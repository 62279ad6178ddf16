package dev.kontor.proof.day;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What lines of the ERP's documents with gross prices sum up to, by tax rate. */
final class TaxRows {

  private static final int CENTS = 2;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Map<String, BigDecimal> gross = new TreeMap<>();
  private final Map<String, BigDecimal> net = new TreeMap<>();

  private TaxRows() {}

  static TaxRows of(List<JsonNode> documents) {
    TaxRows rows = new TaxRows();
    documents.stream()
        .flatMap(document -> document.path("lines").valueStream())
        .filter(line -> line.hasNonNull("taxPercent"))
        .forEach(rows::add);
    return rows;
  }

  private void add(JsonNode line) {
    String rate = line.path("taxPercent").decimalValue().stripTrailingZeros().toPlainString();
    gross.merge(rate, line.path("netAmountIncludingTax").decimalValue(), BigDecimal::add);
    net.merge(rate, line.path("netAmount").decimalValue(), BigDecimal::add);
  }

  /** As the documents state it; rates without tax are absent. */
  Map<String, BigDecimal> taxes() {
    Map<String, BigDecimal> taxes = new TreeMap<>();
    gross.forEach(
        (rate, amount) ->
            put(taxes, rate, amount.subtract(net.getOrDefault(rate, BigDecimal.ZERO))));
    return taxes;
  }

  /** As one document with these gross amounts would compute it (totals.md rule 11). */
  Map<String, BigDecimal> taxesByRate() {
    Map<String, BigDecimal> taxes = new TreeMap<>();
    gross.forEach(
        (text, amount) -> {
          BigDecimal rate = new BigDecimal(text);
          put(
              taxes,
              text,
              amount.multiply(rate).divide(HUNDRED.add(rate), CENTS, RoundingMode.HALF_UP));
        });
    return taxes;
  }

  static void put(Map<String, BigDecimal> taxes, String rate, BigDecimal tax) {
    if (tax.signum() != 0) {
      taxes.put(rate, tax.setScale(CENTS));
    }
  }
}
