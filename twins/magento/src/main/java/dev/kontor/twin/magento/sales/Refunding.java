package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.b2b.Credits;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * POST /V1/order/{id}/refund, offline. Without an invoice there is nothing to refund, and the
 * answer is 200 and an empty credit memo (magento/observed.md "More on fulfilment and stock").
 */
final class Refunding {
  private static final List<String> PREFIXES = List.of("", "base_");

  private final Tables tables;
  private final Returns returns;
  private final Comments comments;

  Refunding(Tables tables, Returns returns, Comments comments) {
    this.tables = tables;
    this.returns = returns;
    this.comments = comments;
  }

  JsonNode refund(ObjectNode order, ObjectNode given) {
    OrderState state = new OrderState(tables, order);
    Items items = state.items();
    Map<ObjectNode, BigDecimal> pieces = pieces(items, new Wishes(given.path("items")));
    Validation validation = new Validation("Creditmemo");
    validation.because(
        state.is("holded", "canceled", "payment_review", "closed"),
        "A creditmemo can not be created when an order has a status of "
            + Row.text(order, "status"));
    validation.done();
    Map<ObjectNode, ObjectNode> rows = new AmountRows(items, "invoiced", "refunded").of(pieces);
    ObjectNode memo = document(order, rows, given.path("arguments"));
    DocumentComments.add(tables, "creditmemo", memo, given);
    rows.forEach(this::register);
    payBack(order, memo);
    new Credits(tables).refunded(order, Row.amount(memo, "base_grand_total"));
    returns.take(order, items, pieces, given.path("arguments").path("extension_attributes"));
    state.settle(false);
    say(order, memo);
    return StringNode.valueOf(String.valueOf(Row.number(memo, "entity_id")));
  }

  private static Map<ObjectNode, BigDecimal> pieces(Items items, Wishes wishes) {
    Map<ObjectNode, BigDecimal> pieces = new LinkedHashMap<>();
    for (ObjectNode item : items.all()) {
      if (items.isPart(item)) {
        continue;
      }
      BigDecimal open = Items.qty(item, "invoiced").subtract(Items.qty(item, "refunded"));
      BigDecimal qty = wishes.of(Row.number(item, "item_id"), open);
      if (qty.compareTo(open) > 0) {
        throw ApiError.listed(
            400, "We found an invalid quantity to refund item \"%1\".", Row.text(item, "name"));
      }
      if (qty.signum() > 0) {
        pieces.put(item, qty);
        items.partsOf(item).forEach(p -> pieces.put(p, Items.share(p, item, qty)));
      }
    }
    return pieces;
  }

  private ObjectNode document(
      ObjectNode order, Map<ObjectNode, ObjectNode> rows, JsonNode arguments) {
    ObjectNode memo = DocumentHeader.of(tables, "creditmemo", order);
    DocumentHeader.currencies(memo, order);
    memo.put("state", 2);
    order.optional("discount_description").ifPresent(d -> memo.set("discount_description", d));
    BigDecimal positive = Row.amount(arguments, "adjustment_positive");
    BigDecimal negative = Row.amount(arguments, "adjustment_negative");
    RefundedShipping shipping = RefundedShipping.of(order, arguments);
    Sums sums = new Sums(memo, rows.values());
    for (String prefix : PREFIXES) {
      shipping.write(memo, prefix);
      Row.put(memo, prefix + "adjustment_positive", positive);
      Row.put(memo, prefix + "adjustment_negative", negative);
      Row.put(memo, prefix + "adjustment", positive.subtract(negative));
      sums.write(prefix, BigDecimal.ZERO, positive.subtract(negative));
    }
    tables.creditmemos().insert(memo);
    ArrayNode list = memo.putArray("items");
    for (var row : rows.entrySet()) {
      row.getValue().put("entity_id", tables.next("creditmemo_item"));
      row.getValue().put("parent_id", Row.number(memo, "entity_id"));
      row.getValue().putNull("base_cost");
      weee(row.getValue());
      list.add(row.getValue());
    }
    memo.putArray("comments");
    return memo;
  }

  private static void weee(ObjectNode row) {
    if (row.has("row_total")) {
      row.put("weee_tax_applied", "[]")
          .put("weee_tax_applied_row_amount", 0)
          .put("weee_tax_row_disposition", 0)
          .put("base_weee_tax_row_disposition", 0);
    }
  }

  private void register(ObjectNode item, ObjectNode row) {
    Row.add(item, "qty_refunded", Row.amount(row, "qty"));
    for (String prefix : PREFIXES) {
      Row.add(item, prefix + "amount_refunded", Row.amount(row, prefix + "row_total"));
      for (String stem : List.of("tax", "discount", "discount_tax_compensation")) {
        Row.add(item, prefix + stem + "_refunded", Row.amount(row, prefix + stem + "_amount"));
      }
    }
    item.put("updated_at", tables.now());
  }

  private static void payBack(ObjectNode order, ObjectNode memo) {
    ObjectNode payment = (ObjectNode) order.path("_payment");
    for (String prefix : PREFIXES) {
      BigDecimal total = Row.amount(memo, prefix + "grand_total");
      Row.add(order, prefix + "total_refunded", total);
      Row.add(order, prefix + "total_offline_refunded", total);
      for (String stem : List.of("subtotal", "adjustment_positive", "adjustment_negative")) {
        String column = stem.equals("subtotal") ? "subtotal_refunded" : stem;
        Row.add(order, prefix + column, Row.amount(memo, prefix + stem));
      }
      for (String stem :
          List.of("tax", "shipping", "shipping_tax", "discount", "discount_tax_compensation")) {
        Row.add(order, prefix + stem + "_refunded", Row.amount(memo, prefix + stem + "_amount"));
      }
      Row.add(payment, prefix + "amount_refunded", total);
      Row.add(payment, prefix + "shipping_refunded", Row.amount(memo, prefix + "shipping_amount"));
    }
    order.put("base_total_invoiced_cost", 0);
    order.put("customer_note_notify", 0);
  }

  private void say(ObjectNode order, ObjectNode memo) {
    String amount =
        Row.amount(memo, "grand_total").setScale(2, RoundingMode.HALF_UP).toPlainString();
    String sign = Row.text(order, "order_currency_code").equals("EUR") ? "€" : "$";
    ObjectNode history = comments.history(order, "We refunded " + sign + amount + " offline.");
    history.put("entity_name", "creditmemo");
  }
}
