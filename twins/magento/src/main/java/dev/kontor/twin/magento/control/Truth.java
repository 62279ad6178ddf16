package dev.kontor.twin.magento.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.Shop;
import dev.kontor.twin.magento.b2b.Credits;
import dev.kontor.twin.magento.b2b.SharedCatalogues;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop knows, for proofs; the shapes are listed in this package's description. */
public final class Truth {
  private final Tables tables;

  public Truth(Shop shop) {
    this.tables = shop.tables();
  }

  public ArrayNode orders() {
    return tables.alone(
        () -> {
          ArrayNode list = Json.array();
          tables.orders().all().forEach(o -> list.add(order(o)));
          return list;
        });
  }

  /** {@code {sku: {source: quantity}}}. */
  public ObjectNode stock() {
    return tables.alone(
        () -> {
          ObjectNode stock = Json.object();
          tables
              .sourceItems()
              .all()
              .forEach(
                  i ->
                      stock
                          .withObjectProperty(Row.text(i, "sku"))
                          .set(Row.text(i, "source_code"), i.path("quantity")));
          return stock;
        });
  }

  /** What companies may owe and how it moved. */
  public ArrayNode credits() {
    return tables.alone(
        () -> {
          ArrayNode list = Json.array();
          tables.credits().all().forEach(c -> list.add(credit(c)));
          return list;
        });
  }

  private ObjectNode credit(ObjectNode row) {
    ObjectNode credit = Credits.view(row);
    ArrayNode operations = credit.putArray("operations");
    for (ObjectNode entry : tables.creditHistory().where("company_credit_id", id(row))) {
      ObjectNode operation = operations.addObject();
      List.of("type", "amount", "balance", "comment")
          .forEach(column -> operation.set(column, entry.path(column)));
    }
    return credit;
  }

  /** Shared catalogues, with what they hold and for whom. */
  public ArrayNode sharedCatalogues() {
    CatalogueTruth truth = new CatalogueTruth(new SharedCatalogues(tables));
    return tables.alone(
        () -> {
          ArrayNode list = Json.array();
          tables.sharedCatalogues().all().forEach(c -> list.add(truth.of(c)));
          return list;
        });
  }

  /** Carts that are negotiated about, with what was said. */
  public ArrayNode quotes() {
    return tables.alone(
        () -> {
          ArrayNode list = Json.array();
          tables.carts().all().stream()
              .filter(c -> c.path("extension_attributes").has("negotiable_quote"))
              .forEach(c -> list.add(quote(c)));
          return list;
        });
  }

  private static ObjectNode quote(ObjectNode cart) {
    return Row.shown(cart).set("comments", cart.path("_comments").deepCopy());
  }

  private static long id(ObjectNode row) {
    return Row.number(row, "id");
  }

  /** {@code {sku: {id, name, status, price, type, parent?, attributes}}}. */
  public ObjectNode products() {
    return tables.alone(
        () -> {
          ObjectNode products = Json.object();
          tables.products().all().forEach(p -> products.set(Row.text(p, "sku"), product(p)));
          return products;
        });
  }

  private static ObjectNode product(ObjectNode row) {
    ObjectNode product = Json.object();
    for (String column : new String[] {"id", "name", "status", "price"}) {
      product.set(column, row.path(column).isMissingNode() ? null : row.path(column));
    }
    product.put("type", Row.text(row, "type_id"));
    row.optional("_parent").ifPresent(p -> product.set("parent", p));
    if (row.has("_media")) {
      product.set("media", row.path("_media").deepCopy());
    }
    return product.set("attributes", row.path("_custom").deepCopy());
  }

  public ArrayNode reservations() {
    return tables.alone(
        () -> {
          ArrayNode list = Json.array();
          tables.reservations().all().forEach(r -> list.add(r.deepCopy()));
          return list;
        });
  }

  ObjectNode order(ObjectNode row) {
    long id = Row.number(row, "entity_id");
    ObjectNode order = Json.object().put("entity_id", id);
    for (String column :
        new String[] {
          "increment_id",
          "ext_order_id",
          "state",
          "status",
          "grand_total",
          "tax_amount",
          "updated_at"
        }) {
      order.set(column, row.path(column).isMissingNode() ? null : row.path(column));
    }
    order.put("currency", Row.text(row, "order_currency_code"));
    order.put("email", Row.text(row, "customer_email"));
    ArrayNode items = order.putArray("items");
    tables.items().where("order_id", id).forEach(i -> items.add(item(i)));
    ArrayNode tracks = order.putArray("tracks");
    tables
        .shipments()
        .where("order_id", id)
        .forEach(s -> s.path("tracks").forEach(t -> tracks.add(t.path("track_number"))));
    ArrayNode comments = order.putArray("comments");
    tables.histories().where("parent_id", id).forEach(h -> comments.add(h.path("comment")));
    return order;
  }

  private static ObjectNode item(ObjectNode row) {
    ObjectNode item =
        Json.object().put("item_id", Row.number(row, "item_id")).put("sku", Row.text(row, "sku"));
    item.set("qty", row.path("qty_ordered"));
    item.set("shipped", row.path("qty_shipped"));
    item.set("invoiced", row.path("qty_invoiced"));
    item.set("refunded", row.path("qty_refunded"));
    item.set("canceled", row.path("qty_canceled"));
    if (!row.path("_chosen").isEmpty()) {
      item.set("options", row.path("_chosen").deepCopy());
    }
    return item;
  }
}
