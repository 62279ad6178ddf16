package dev.kontor.connector.financeoperations.order;

import dev.kontor.kit.totals.TaxedLine;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line, or a charge of the header, as it will be written, with the tax that will be on it.
 *
 * @param amount on the order's price basis
 * @param taxGroup the item sales tax group, which with the order's decides {@code erpRate}
 */
record PreparedLine(
    ObjectNode content,
    BigDecimal amount,
    String name,
    BigDecimal shopRate,
    BigDecimal erpRate,
    String taxGroup)
    implements TaxedLine {}
