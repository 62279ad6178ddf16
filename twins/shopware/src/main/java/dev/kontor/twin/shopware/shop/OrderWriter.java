package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ShopVersion;
import dev.kontor.twin.shopware.cart.Cart;
import dev.kontor.twin.shopware.cart.Line;
import dev.kontor.twin.shopware.cart.Price;
import dev.kontor.twin.shopware.cart.PriceJson;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Stores a new order with all its rows, takes the stock and announces it. */
final class OrderWriter {
  private final Tables tables;
  private final Keys keys;
  private final InstantSource clock;
  private final Lookup lookup;
  private final NumberRanges numbers;
  private final Stock stock;
  private final OrderEvents events;
  private final ShopVersion version;

  OrderWriter(
      Tables tables,
      Keys keys,
      InstantSource clock,
      Lookup lookup,
      NumberRanges numbers,
      Stock stock,
      OrderEvents events,
      ShopVersion version) {
    this.tables = tables;
    this.keys = keys;
    this.clock = clock;
    this.lookup = lookup;
    this.numbers = numbers;
    this.stock = stock;
    this.events = events;
    this.version = version;
  }

  ObjectNode write(Placement placement) {
    String orderId = keys.id();
    String billingId = address(orderId, placement.billing());
    ObjectNode delivered = placement.shipping();
    String shippingId = delivered == null ? billingId : address(orderId, delivered);
    customer(orderId, placement.customer());
    List<String> lineIds = lines(orderId, placement.cart());
    String deliveryId = deliveries(orderId, shippingId, placement, lineIds);
    String transactionId = transaction(orderId, placement);
    ObjectNode order = order(orderId, billingId, placement);
    if (version == ShopVersion.V6_7) {
      order
          .put("primaryOrderDeliveryId", deliveryId)
          .put("primaryOrderTransactionId", transactionId);
    }
    tables.insert("order", order);
    tables.update(
        "customer",
        Values.required(placement.customer(), "id"),
        Json.object().put("lastPaymentMethodId", placement.paymentMethodId()));
    events.announce("checkout.order.placed", orderId);
    return tables.get("order", orderId);
  }

  private ObjectNode order(String orderId, String billingId, Placement placement) {
    Instant now = clock.instant();
    ObjectNode channel = lookup.salesChannel();
    int decimals = placement.currency().path("itemRounding").path("decimals").asInt(2);
    ObjectNode order =
        Json.object()
            .put("id", orderId)
            .put("orderNumber", numbers.reserve("order"))
            .put("autoIncrement", tables.all("order").size() + 1)
            .put("currencyId", Values.required(placement.currency(), "id"))
            .put("salesChannelId", Values.required(channel, "id"))
            .put("languageId", Values.required(channel, "languageId"))
            .put("billingAddressId", billingId)
            .put("orderDateTime", Values.time(now))
            .put("orderDate", Values.time(now.truncatedTo(ChronoUnit.DAYS)))
            .put("deepLinkCode", keys.secret(32))
            .put("stateId", lookup.stateId("order.state", "open"))
            .put("customerComment", Values.text(placement.request(), "comment"));
    order.set("currencyFactor", Values.number(Values.decimal(placement.currency().get("factor"))));
    order.set("itemRounding", OrderRows.rounding(decimals));
    order.set("totalRounding", OrderRows.rounding(decimals));
    placement.ruleIds().forEach(order.putArray("ruleIds")::add);
    order.putArray("tagIds");
    order.set("customFields", Values.orNull(placement.request().get("customFields")));
    return order.setAll(OrderRows.totals(placement.cart()));
  }

  private String address(String orderId, ObjectNode fields) {
    String id = keys.id();
    tables.insert("order_address", fields.deepCopy().put("id", id).put("orderId", orderId));
    return id;
  }

  private void customer(String orderId, ObjectNode customer) {
    ObjectNode row =
        Json.object()
            .put("id", keys.id())
            .put("orderId", orderId)
            .put("customerId", Values.required(customer, "id"));
    for (String field :
        List.of(
            "email",
            "salutationId",
            "firstName",
            "lastName",
            "title",
            "vatIds",
            "company",
            "customerNumber",
            "remoteAddress")) {
      row.set(field, Values.orNull(customer.get(field)));
    }
    tables.insert("order_customer", row);
  }

  private List<String> lines(String orderId, Cart cart) {
    List<String> ids = new ArrayList<>();
    for (Line line : cart.lines()) {
      String id = keys.id();
      ids.add(id);
      tables.insert(
          "order_line_item", LineRows.of(line, ids.size()).put("id", id).put("orderId", orderId));
      if (line.productId() != null) {
        stock.reserve(line.productId(), line.price().quantity());
      }
    }
    return ids;
  }

  private String deliveries(
      String orderId, String addressId, Placement placement, List<String> lineIds) {
    List<String> ids = new ArrayList<>();
    for (Price costs : placement.cart().shipping()) {
      String id = keys.id();
      ids.add(id);
      Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
      ObjectNode row =
          Json.object()
              .put("id", id)
              .put("orderId", orderId)
              .put("shippingOrderAddressId", addressId)
              .put("shippingMethodId", placement.shippingMethodId())
              .put("stateId", lookup.stateId("order_delivery.state", "open"))
              .put("shippingDateEarliest", Values.time(today.plus(Duration.ofDays(1))))
              .put("shippingDateLatest", Values.time(today.plus(Duration.ofDays(3))));
      row.putArray("trackingCodes");
      row.set("shippingCosts", PriceJson.calculated(costs));
      tables.insert("order_delivery", row);
      positions(id, placement.cart().lines(), lineIds);
    }
    return ids.getFirst();
  }

  private void positions(String deliveryId, List<Line> lines, List<String> lineIds) {
    for (int i = 0; i < lines.size(); i++) {
      Price price = lines.get(i).price();
      if (lines.get(i).type() == Line.Type.PRODUCT || price.total().signum() != 0) {
        tables.insert(
            "order_delivery_position",
            OrderRows.position(price)
                .put("id", keys.id())
                .put("orderDeliveryId", deliveryId)
                .put("orderLineItemId", lineIds.get(i)));
      }
    }
  }

  private String transaction(String orderId, Placement placement) {
    String id = keys.id();
    ObjectNode row =
        Json.object()
            .put("id", id)
            .put("orderId", orderId)
            .put("paymentMethodId", placement.paymentMethodId())
            .put("stateId", lookup.stateId("order_transaction.state", "open"));
    row.set("amount", PriceJson.amount(placement.cart()));
    row.putArray("validationData");
    tables.insert("order_transaction", row);
    return id;
  }
}
