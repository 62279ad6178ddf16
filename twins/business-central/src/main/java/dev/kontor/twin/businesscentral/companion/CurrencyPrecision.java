package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** How amounts of a currency are rounded: to cents and five decimals where it does not say. */
final class CurrencyPrecision {
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal UNIT_PRECISION = new BigDecimal("0.00001");

  private CurrencyPrecision() {}

  static View page() {
    return new View(Map.of("isoCode", "code"), CurrencyPrecision::filled);
  }

  private static ObjectNode filled(ObjectNode row) {
    row.put("amountRoundingPrecision", positive(row, "_precision", CENT));
    return row.put("unitAmountRoundingPrecision", positive(row, "_unitPrecision", UNIT_PRECISION));
  }

  private static BigDecimal positive(ObjectNode row, String field, BigDecimal usual) {
    BigDecimal own = Records.number(row, field);
    return own.signum() > 0 ? own : usual;
  }
}
