package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of an invoice or a credit memo: of each item the share of what is left of its amounts,
 * first all row totals, then all discounts, then taxes, as the shop's collectors go.
 */
final class AmountRows {
  private static final List<String> PREFIXES = List.of("", "base_");

  private final Items items;
  private final String done;
  private final String before;
  private final Rounders rounders = new Rounders();
  private final Map<ObjectNode, ObjectNode> rows = new LinkedHashMap<>();

  /**
   * {@code before} is what a quantity and amounts are counted from: ordered for an invoice,
   * invoiced for a refund; {@code done} what was made of it already.
   */
  AmountRows(Items items, String before, String done) {
    this.items = items;
    this.before = before;
    this.done = done;
  }

  /** Rows by their items. */
  Map<ObjectNode, ObjectNode> of(Map<ObjectNode, BigDecimal> pieces) {
    pieces.forEach((item, qty) -> rows.put(item, row(item, qty)));
    each((item, row, prefix) -> total(item, row, prefix));
    each((item, row, prefix) -> share(item, row, prefix, "discount_amount", true));
    each(
        (item, row, prefix) -> {
          share(item, row, prefix, "tax_amount", false);
          share(item, row, prefix, "discount_tax_compensation_amount", false);
        });
    return rows;
  }

  private interface Step {
    void on(ObjectNode item, ObjectNode row, String prefix);
  }

  private void each(Step step) {
    rows.forEach(
        (item, row) -> {
          if (!items.isDummy(item)) {
            PREFIXES.forEach(prefix -> step.on(item, row, prefix));
          }
        });
  }

  private static ObjectNode row(ObjectNode item, BigDecimal qty) {
    ObjectNode row = Json.object().put("order_item_id", Row.number(item, "item_id"));
    for (String column :
        new String[] {
          "name",
          "sku",
          "product_id",
          "price",
          "base_price",
          "price_incl_tax",
          "base_price_incl_tax"
        }) {
      item.optional(column).ifPresent(v -> row.set(column, v));
    }
    Row.put(row, "qty", qty);
    return row;
  }

  private BigDecimal open(ObjectNode item) {
    return Items.qty(item, before).subtract(Items.qty(item, done));
  }

  private void total(ObjectNode item, ObjectNode row, String prefix) {
    BigDecimal qty = Row.amount(row, "qty");
    BigDecimal rest =
        done.equals("invoiced")
            ? Row.amount(item, prefix + "row_total")
                .subtract(Row.amount(item, prefix + "row_invoiced"))
            : Row.amount(item, prefix + "row_invoiced")
                .subtract(Row.amount(item, prefix + "amount_refunded"));
    Row.put(row, prefix + "row_total", rounders.part(prefix, rest, open(item), qty, false));
    BigDecimal full = Row.amount(item, prefix + "row_total_incl_tax");
    BigDecimal ordered = Items.qty(item, "ordered");
    Row.put(
        row,
        prefix + "row_total_incl_tax",
        rounders.including(prefix).share(full, ordered, qty, false));
  }

  private void share(
      ObjectNode item, ObjectNode row, String prefix, String column, boolean discount) {
    String stem = column.replace("_amount", "");
    BigDecimal from =
        Row.amount(item, prefix + (before.equals("ordered") ? column : stem + "_invoiced"));
    BigDecimal rest = from.subtract(Row.amount(item, prefix + stem + "_" + done));
    BigDecimal part = rounders.part(prefix, rest, open(item), Row.amount(row, "qty"), discount);
    // A row without discount does not mention it.
    if (!discount || part.signum() != 0) {
      Row.put(row, prefix + column, part);
    }
  }
}
