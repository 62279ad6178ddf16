package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ObjectNode;

/** What a customer has ordered and not yet got. */
final class OutstandingOrders {
  private OutstandingOrders() {}

  /** Gross amount, two decimals per line. */
  static BigDecimal amount(Records records, String customer) {
    return records.matching("salesOrders", "billToCustomerNumber", customer).stream()
        .map(order -> Records.text(order, "id"))
        .flatMap(order -> records.matching("salesOrderLines", "documentId", order).stream())
        .map(OutstandingOrders::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What of a line has not left the house, in the line's unit. */
  static BigDecimal quantity(ObjectNode line) {
    return Records.number(line, "quantity").subtract(Records.number(line, "shippedQuantity"));
  }

  // The share of the line's amount that its pieces not yet shipped have.
  private static BigDecimal amount(ObjectNode line) {
    BigDecimal ordered = Records.number(line, "quantity");
    return ordered.signum() == 0
        ? BigDecimal.ZERO
        : Records.number(line, "netAmountIncludingTax")
            .multiply(quantity(line))
            .divide(ordered, 2, RoundingMode.HALF_UP);
  }
}
