package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.totals.TaxedLine;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line as it will be written, with the tax that will be on it.
 *
 * @param taxGroup the item's sales tax group, which with the order's decides {@code erpRate}
 */
record PreparedLine(
    ObjectNode content, String name, BigDecimal shopRate, BigDecimal erpRate, String taxGroup)
    implements TaxedLine {

  BigDecimal amount() {
    return Row.number(content, SalesLines.AMOUNT);
  }
}
