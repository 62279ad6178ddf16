package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of an order.
 *
 * @param id the source's id of the line, stable over edits
 * @param parentId id of the line it belongs to (bundle component), null for a top line
 * @param sku the shop's article number; null for lines without article
 * @param description what the buyer read
 * @param quantity sold pieces in the shop's sales unit, never negative
 * @param unitPrice price of one piece on the order's {@link PriceBasis}, before line discounts
 * @param amount net, tax and gross of the whole line as the shop calculated them, after line
 *     discounts
 * @param taxes the same amount split by tax rate; sums to {@code amount}
 */
public record OrderLine(
    String id,
    @Nullable String parentId,
    LineKind kind,
    @Nullable String sku,
    String description,
    BigDecimal quantity,
    BigDecimal unitPrice,
    Amount amount,
    List<TaxShare> taxes,
    Map<String, Map<String, JsonNode>> extra) {

  public OrderLine {
    taxes = List.copyOf(taxes);
    extra = Map.copyOf(extra);
  }
}
