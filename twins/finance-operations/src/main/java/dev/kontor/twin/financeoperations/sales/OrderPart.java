package dev.kontor.twin.financeoperations.sales;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of an order.
 *
 * @param amount in the order's currency, before the total discount
 */
public record OrderPart(ObjectNode line, BigDecimal amount) {}
