package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * POST /V1/order/{id}/invoice. The shop's payment methods are offline, so an invoice is paid at
 * once, asked to capture or not; the first one carries the shipping costs.
 */
final class Invoicing {
  private static final List<String> PREFIXES = List.of("", "base_");

  private final Tables tables;

  Invoicing(Tables tables) {
    this.tables = tables;
  }

  JsonNode invoice(ObjectNode order, ObjectNode given) {
    OrderState state = new OrderState(tables, order);
    Items items = state.items();
    Map<ObjectNode, BigDecimal> pieces = pieces(items, new Wishes(given.path("items")));
    boolean ready = !state.is("holded", "canceled", "payment_review", "complete", "closed");
    Validation validation = new Validation("Invoice");
    validation.because(
        pieces.isEmpty(),
        "The invoice can't be created without products. Add products and try again.");
    validation.because(
        !ready,
        "An invoice cannot be created when an order has a status of " + Row.text(order, "status"));
    validation.because(
        ready && !state.canInvoice(), "The order does not allow an invoice to be created.");
    validation.done();
    Map<ObjectNode, ObjectNode> rows = new AmountRows(items, "ordered", "invoiced").of(pieces);
    ObjectNode invoice = document(order, rows);
    DocumentComments.add(tables, "invoice", invoice, given);
    rows.forEach(this::register);
    pay(order, invoice);
    state.settle(true);
    return StringNode.valueOf(String.valueOf(Row.number(invoice, "entity_id")));
  }

  /** What is invoiced of each item; a part whose whole carries the amounts comes with it. */
  private static Map<ObjectNode, BigDecimal> pieces(Items items, Wishes wishes) {
    Map<ObjectNode, BigDecimal> pieces = new LinkedHashMap<>();
    for (ObjectNode item : items.all()) {
      if (items.isPart(item)) {
        continue;
      }
      List<ObjectNode> parts = items.partsOf(item);
      BigDecimal open =
          items.isDummy(item)
              ? Items.qty(item, "ordered").subtract(Items.qty(item, "invoiced"))
              : items.toInvoice(item);
      BigDecimal qty = wishes.of(Row.number(item, "item_id"), open);
      if (qty.compareTo(open) > 0) {
        throw ApiError.listed(
            400, "We found an invalid quantity to invoice item \"%1\".", Row.text(item, "name"));
      }
      if (qty.signum() > 0) {
        pieces.put(item, qty);
        parts.forEach(p -> pieces.put(p, Items.share(p, item, qty)));
      }
    }
    return pieces;
  }

  private ObjectNode document(ObjectNode order, Map<ObjectNode, ObjectNode> rows) {
    ObjectNode invoice = DocumentHeader.of(tables, "invoice", order);
    DocumentHeader.currencies(invoice, order);
    invoice.put("state", 2).put("can_void_flag", 0);
    order.optional("discount_description").ifPresent(d -> invoice.set("discount_description", d));
    boolean first = !order.has("shipping_invoiced");
    Sums sums = new Sums(invoice, rows.values());
    for (String prefix : PREFIXES) {
      shipping(invoice, order, prefix, first);
      BigDecimal discount = Row.amount(order, prefix + "shipping_discount_amount");
      sums.write(prefix, first ? discount : BigDecimal.ZERO, BigDecimal.ZERO);
    }
    tables.invoices().insert(invoice);
    BigDecimal total = BigDecimal.ZERO;
    ArrayNode list = invoice.putArray("items");
    for (ObjectNode row : rows.values()) {
      row.put("entity_id", tables.next("invoice_item"));
      row.put("parent_id", Row.number(invoice, "entity_id"));
      list.add(row);
      total = total.add(Row.amount(row, "qty"));
    }
    Row.put(invoice, "total_qty", total);
    invoice.putArray("comments");
    return invoice;
  }

  private static void shipping(ObjectNode invoice, ObjectNode order, String prefix, boolean first) {
    String rest = "shipping_discount_tax_compensation_amount";
    for (String column :
        List.of(
            prefix + "shipping_amount",
            prefix + "shipping_incl_tax",
            prefix + "shipping_tax_amount",
            prefix.isEmpty() ? rest : Row.base(rest))) {
      Row.put(invoice, column, first ? Row.amount(order, column) : BigDecimal.ZERO);
    }
  }

  private void register(ObjectNode item, ObjectNode row) {
    Row.add(item, "qty_invoiced", Row.amount(row, "qty"));
    for (String prefix : PREFIXES) {
      Row.add(item, prefix + "row_invoiced", Row.amount(row, prefix + "row_total"));
      for (String stem : List.of("tax", "discount", "discount_tax_compensation")) {
        Row.add(item, prefix + stem + "_invoiced", Row.amount(row, prefix + stem + "_amount"));
      }
    }
    if (row.has("row_total")) {
      item.put("weee_tax_applied", "[]");
    }
    item.put("updated_at", tables.now());
  }

  private static void pay(ObjectNode order, ObjectNode invoice) {
    ObjectNode payment = (ObjectNode) order.path("_payment");
    for (String prefix : PREFIXES) {
      BigDecimal total = Row.amount(invoice, prefix + "grand_total");
      Row.add(order, prefix + "total_invoiced", total);
      Row.add(order, prefix + "total_paid", total);
      Row.add(order, prefix + "subtotal_invoiced", Row.amount(invoice, prefix + "subtotal"));
      Row.add(order, prefix + "tax_invoiced", Row.amount(invoice, prefix + "tax_amount"));
      Row.add(order, prefix + "shipping_invoiced", Row.amount(invoice, prefix + "shipping_amount"));
      BigDecimal discount = Row.amount(invoice, prefix + "discount_amount");
      Row.add(order, prefix + "discount_invoiced", discount);
      Row.add(
          order,
          prefix + "discount_tax_compensation_invoiced",
          Row.amount(invoice, prefix + "discount_tax_compensation_amount"));
      Due.write(order, prefix);
      Row.add(payment, prefix + "amount_paid", total);
      Row.add(
          payment, prefix + "shipping_captured", Row.amount(invoice, prefix + "shipping_amount"));
    }
    order.put("base_total_invoiced_cost", 0);
  }
}
