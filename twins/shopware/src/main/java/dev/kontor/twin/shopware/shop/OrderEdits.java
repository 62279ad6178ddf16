package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.cart.Cart;
import dev.kontor.twin.shopware.cart.Carts;
import dev.kontor.twin.shopware.cart.Item;
import dev.kontor.twin.shopware.cart.Line;
import dev.kontor.twin.shopware.cart.Manual;
import dev.kontor.twin.shopware.cart.Price;
import dev.kontor.twin.shopware.cart.PriceJson;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Inheritance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a placed order as the administration does: lines are computed anew, shipping costs and
 * payments stay (recorded orders edited-qty-and-line-removed and custom-and-credit-line).
 */
public final class OrderEdits {
  private final Tables tables;
  private final Keys keys;
  private final Stock stock;
  private final Checkout checkout;
  private final Buyers buyers;
  private final Inheritance inheritance;

  OrderEdits(Tables tables, Keys keys, Stock stock, Checkout checkout, Buyers buyers) {
    this.buyers = buyers;
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
    this.checkout = checkout;
    this.inheritance = new Inheritance(tables);
  }

  /** What the order is to consist of. */
  private record Wanted(List<Item> items, List<Manual> manuals, List<String> codes) {}

  /** Request as in {@link OrderEdit#of}; throws ApiError 400 or 404. */
  public ObjectNode edit(String orderId, JsonNode request) {
    return tables.transact(() -> apply(orderId, OrderEdit.of(request, orderId, tables)));
  }

  ObjectNode apply(String orderId, OrderEdit edit) {
    ObjectNode order =
        tables.find("order", orderId).orElseThrow(() -> Errors.notFound("order", orderId));
    Wanted wanted = new Wanted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ObjectNode line : tables.where("order_line_item", "orderId", orderId)) {
      Integer asked = edit.quantities().get(Values.required(line, "id"));
      keep(line, asked == null ? line.path("quantity").asInt(0) : asked, wanted);
    }
    edit.added().forEach(line -> add(line, wanted));
    store(order, recomputed(order, wanted));
    return tables.get("order", orderId);
  }

  private void keep(ObjectNode line, int quantity, Wanted wanted) {
    String productId = Values.text(line, "productId");
    Line.Type type = Line.Type.of(Values.required(line, "type"));
    if (productId != null) {
      stock.reserve(productId, quantity - line.path("quantity").asInt(0));
      if (quantity > 0) {
        wanted.items().add(item(Values.required(line, "identifier"), productId, quantity));
      }
    } else if (type == Line.Type.PROMOTION) {
      String code = line.path("payload").path("code").asString("");
      if (!wanted.codes().contains(code)) {
        wanted.codes().add(code);
      }
    } else if (quantity > 0) {
      wanted.manuals().add(manual(Values.required(line, "identifier"), type, quantity, line));
    }
  }

  private void add(ObjectNode line, Wanted wanted) {
    String identifier = line.path("identifier").asString(keys.id());
    int quantity = line.path("quantity").asInt(1);
    Line.Type type = Line.Type.of(line.path("type").asString("product"));
    if (type == Line.Type.PRODUCT) {
      String productId = line.path("productId").asString("");
      wanted.items().add(item(identifier, productId, quantity));
      stock.reserve(productId, quantity);
    } else {
      wanted.manuals().add(manual(identifier, type, quantity, line));
    }
  }

  private Item item(String identifier, String productId, int quantity) {
    ObjectNode product =
        tables.find("product", productId).orElseThrow(() -> Errors.notFound("product", productId));
    return new Item(identifier, inheritance.resolved(product), quantity);
  }

  private static Manual manual(String identifier, Line.Type type, int quantity, ObjectNode line) {
    if (!(line.path("priceDefinition") instanceof ObjectNode definition)) {
      throw ApiError.plain(400, "A line of type " + type.json() + " needs a priceDefinition.");
    }
    return new Manual(
        identifier,
        type,
        line.path("label").asString(""),
        Values.text(line, "description"),
        quantity,
        definition);
  }

  private Cart recomputed(ObjectNode order, Wanted wanted) {
    String orderId = Values.required(order, "id");
    ObjectNode orderCustomer = tables.where("order_customer", "orderId", orderId).getFirst();
    ObjectNode customer = tables.get("customer", Values.required(orderCustomer, "customerId"));
    List<ObjectNode> deliveries = tables.where("order_delivery", "orderId", orderId);
    ObjectNode address =
        tables.get(
            "order_address", Values.required(deliveries.getFirst(), "shippingOrderAddressId"));
    ObjectNode currency = tables.get("currency", Values.required(order, "currencyId"));
    ObjectNode billing = tables.get("order_address", Values.required(order, "billingAddressId"));
    Buyer buyer =
        buyers.of(
            customer,
            currency,
            Values.required(billing, "countryId"),
            Values.required(address, "countryId"));
    List<Price> shipping =
        deliveries.stream().map(d -> PriceJson.read(d.get("shippingCosts"))).toList();
    return new Carts(tables)
        .recompute(
            wanted.items(), wanted.manuals(), wanted.codes(), shipping, buyer, checkout.vertical());
  }

  /** Every row is written, changed or not; the amounts of payments stay what they were. */
  private void store(ObjectNode order, Cart cart) {
    String orderId = Values.required(order, "id");
    List<Line> added = new ArrayList<>(cart.lines());
    for (ObjectNode row : tables.where("order_line_item", "orderId", orderId)) {
      Line line = matching(row, added);
      String id = Values.required(row, "id");
      List<ObjectNode> positions = tables.where("order_delivery_position", "orderLineItemId", id);
      if (line == null) {
        positions.forEach(p -> tables.delete("order_delivery_position", Values.required(p, "id")));
        tables.delete("order_line_item", id);
      } else {
        added.remove(line);
        ObjectNode money = OrderRows.money(line.price());
        money.set("priceDefinition", line.definition());
        tables.update("order_line_item", id, money);
        positions.forEach(p -> touch("order_delivery_position", p));
      }
    }
    insert(orderId, added, cart.lines().size() - added.size());
    tables.where("order_delivery", "orderId", orderId).forEach(d -> touch("order_delivery", d));
    tables.update("order", orderId, OrderRows.totals(cart));
  }

  private void insert(String orderId, List<Line> lines, int before) {
    int position = before;
    for (Line line : lines) {
      tables.insert(
          "order_line_item",
          LineRows.of(line, ++position).put("id", keys.id()).put("orderId", orderId));
    }
  }

  private void touch(String entity, ObjectNode row) {
    tables.update(entity, Values.required(row, "id"), Json.object());
  }

  private static @Nullable Line matching(ObjectNode row, List<Line> lines) {
    String identifier = Values.text(row, "identifier");
    return lines.stream().filter(l -> l.identifier().equals(identifier)).findFirst().orElse(null);
  }
}
