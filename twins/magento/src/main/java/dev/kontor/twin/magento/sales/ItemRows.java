package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes order items. What a composite's free component has no value for is absent, as is the tax
 * rate of a dynamic bundle (magento/observed.md "Order totals").
 */
final class ItemRows {
  private static final List<String> ZERO =
      List.of(
          "amount_refunded",
          "base_amount_refunded",
          "discount_invoiced",
          "base_discount_invoiced",
          "free_shipping",
          "no_discount",
          "qty_canceled",
          "qty_invoiced",
          "qty_refunded",
          "qty_shipped",
          "row_invoiced",
          "base_row_invoiced",
          "tax_invoiced",
          "base_tax_invoiced");

  private final Tables tables;

  ItemRows(Tables tables) {
    this.tables = tables;
  }

  ObjectNode insert(ObjectNode order, Line line, @Nullable ObjectNode parent) {
    ObjectNode product = line.product();
    ObjectNode row = Json.object();
    ZERO.forEach(column -> row.put(column, 0));
    row.put("order_id", Row.number(order, "entity_id"))
        .put("store_id", Row.number(order, "store_id"))
        .put("product_id", Row.number(product, "id"))
        .put("product_type", type(line))
        .put("sku", sku(line))
        .put("name", Row.text(product, "name"))
        .put("is_qty_decimal", product.path("_qty_decimal").asBoolean(false) ? 1 : 0)
        .put("is_virtual", Row.text(product, "type_id").equals("virtual") ? 1 : 0)
        .put("created_at", Row.text(order, "created_at"))
        .put("updated_at", Row.text(order, "created_at"));
    Row.put(row, "qty_ordered", line.qty());
    amounts(row, line);
    prices(row, line, Row.amount(order, "base_to_order_rate"));
    weight(row, line, parent == null);
    if (line.rule() != null) {
      row.put("applied_rule_ids", line.rule());
    }
    composite(row, line, parent);
    tables.items().insert(row);
    return row.put("quote_item_id", Row.number(row, "item_id"));
  }

  private static String type(Line line) {
    return Row.text(line.product(), "type_id");
  }

  /**
   * A configurable shows the variant's SKU, a dynamic bundle those of its parts; the SKUs of chosen
   * options stand behind that of the whole.
   */
  private static String sku(Line line) {
    String own = Row.text(line.product(), "sku");
    return switch (line.kind()) {
      case SUM -> {
        StringBuilder composed = new StringBuilder(line.options().sku(own));
        line.children().forEach(c -> composed.append('-').append(Row.text(c.product(), "sku")));
        yield composed.toString();
      }
      case PRICED, FREE ->
          line.options()
              .sku(
                  type(line).equals("configurable")
                      ? Row.text(line.children().getFirst().product(), "sku")
                      : own);
    };
  }

  private static void amounts(ObjectNode row, Line line) {
    Line.Sums sums = line.sums();
    Line.Sums base = line.base();
    Row.put(row, "price", sums.price(), base.price());
    Row.put(row, "row_total", sums.rowTotal(), base.rowTotal());
    Row.put(row, "tax_amount", sums.tax(), base.tax());
    Row.put(row, "discount_amount", sums.discount(), base.discount());
    Row.put(row, "discount_percent", line.discountPercent());
    if (line.kind() != Line.Kind.FREE) {
      Row.put(row, "price_incl_tax", sums.priceInclTax(), base.priceInclTax());
      Row.put(row, "row_total_incl_tax", sums.rowTotalInclTax(), base.rowTotalInclTax());
    }
    if (line.kind() == Line.Kind.PRICED) {
      Row.put(row, "discount_tax_compensation_amount", sums.compensation(), base.compensation());
    }
    if (line.kind() != Line.Kind.SUM) {
      Row.put(row, "tax_percent", line.rate().percent());
    }
  }

  private static void prices(ObjectNode row, Line line, BigDecimal rate) {
    BigDecimal original = line.listPrice();
    switch (line.kind()) {
      case PRICED, SUM -> Row.put(row, "original_price", original.multiply(rate), original);
      case FREE -> row.put("original_price", 0);
    }
  }

  private static void weight(ObjectNode row, Line line, boolean top) {
    if (Row.text(line.product(), "type_id").equals("virtual")) {
      row.put("row_weight", 0);
      return;
    }
    BigDecimal weight = line.weight();
    Row.put(row, "weight", weight);
    Row.put(row, "row_weight", top ? weight.multiply(line.qty()) : BigDecimal.ZERO);
  }

  private static void composite(ObjectNode row, Line line, @Nullable ObjectNode parent) {
    if (parent != null) {
      row.put("parent_item_id", Row.number(parent, "item_id"));
    }
    boolean dynamic = line.kind() == Line.Kind.SUM;
    if (dynamic || (parent != null && parent.has("_children_calculated"))) {
      row.put("_children_calculated", true);
    }
    ObjectNode chosen = Options.of(line);
    if (!chosen.isEmpty()) {
      row.putObject("product_option").set("extension_attributes", chosen);
      row.set("_chosen", line.options().words());
    }
  }
}
