package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes orders and their documents in as a REST interface once showed them. */
public final class Recorded {
  private static final List<String> SEPARATE =
      List.of("items", "billing_address", "payment", "status_histories", "extension_attributes");

  private final Tables tables;

  public Recorded(Tables tables) {
    this.tables = tables;
  }

  /** An order that has its number already is replaced. */
  public ObjectNode order(ObjectNode shown) {
    ObjectNode row = shown.deepCopy();
    SEPARATE.forEach(row::remove);
    row.set("_billing", shown.path("billing_address"));
    row.set("_payment", shown.path("payment"));
    ObjectNode extension = (ObjectNode) shown.path("extension_attributes").deepCopy();
    JsonNode shipping = extension.path("shipping_assignments").path(0).path("shipping").deepCopy();
    extension.remove("shipping_assignments");
    row.set("_ext", extension);
    if (shipping instanceof ObjectNode address) {
      address.remove("total");
      row.set("_shipping", address);
    }
    numbers(row, extension);
    tables.orders().insert(row);
    shown.path("items").forEach(i -> item((ObjectNode) i));
    shown
        .path("status_histories")
        .forEach(h -> tables.histories().insert(((ObjectNode) h).deepCopy()));
    return row;
  }

  private void numbers(ObjectNode row, ObjectNode extension) {
    String increment = Row.text(row, "increment_id");
    String series = Numbers.order(Row.number(row, "store_id"));
    tables.seen(series, Long.parseLong(increment.substring(increment.length() - 9)));
    tables.seen("address", Row.number(row.path("_billing"), "entity_id"));
    tables.seen("payment", Row.number(row.path("_payment"), "entity_id"));
    extension.path("taxes").forEach(t -> tables.seen("tax", Row.number(t, "tax_id")));
    extension
        .path("additional_itemized_taxes")
        .forEach(t -> tables.seen("tax_item", Row.number(t, "tax_item_id")));
  }

  private void item(ObjectNode shown) {
    ObjectNode row = shown.deepCopy();
    JsonNode parent = row.path("parent_item");
    row.remove("parent_item");
    RowTotals.keep(row, "");
    RowTotals.keep(row, "base_");
    // What the children of a dynamic bundle cost is calculated on them.
    JsonNode whole = parent.isMissingNode() ? row : parent;
    if (Row.text(whole, "product_type").equals("bundle") && !whole.has("tax_percent")) {
      row.put("_children_calculated", true);
    }
    row.path("extension_attributes")
        .path("itemized_taxes")
        .forEach(t -> tables.seen("tax_item", Row.number(t, "tax_item_id")));
    tables.items().insert(row);
  }

  public void invoice(ObjectNode shown) {
    document(tables.invoices(), "invoice", shown);
  }

  public void creditmemo(ObjectNode shown) {
    document(tables.creditmemos(), "creditmemo", shown);
  }

  public void shipment(ObjectNode shown) {
    document(tables.shipments(), "shipment", shown);
    shown.path("tracks").forEach(t -> tables.seen("track", Row.number(t, "entity_id")));
  }

  private void document(Table table, String kind, ObjectNode shown) {
    ObjectNode row = shown.deepCopy();
    Consumer<JsonNode> item = i -> tables.seen(kind + "_item", Row.number(i, "entity_id"));
    shown.path("items").forEach(item);
    shown.path("comments").forEach(c -> tables.seen(kind + "_comment", Row.number(c, "entity_id")));
    String increment = Row.text(row, "increment_id");
    tables.seen(
        Numbers.document(kind, Row.number(row, "store_id")),
        Long.parseLong(increment.substring(increment.length() - 9)));
    table.insert(row);
  }
}
