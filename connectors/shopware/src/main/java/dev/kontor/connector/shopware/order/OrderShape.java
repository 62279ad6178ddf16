package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.ShopwareResource;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Shape;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked for with an order: all of it, or only what its version is made of. */
public enum OrderShape implements Shape {
  ORDER(false),
  /** With what each delivery consists of, which takes a right of its own. */
  WITH_POSITIONS(true);

  private static final JsonNode FULL = ShopwareResource.json("order/associations.json");
  private static final JsonNode THIN = ShopwareResource.json("order/version-associations.json");

  private final boolean positions;

  OrderShape(boolean positions) {
    this.positions = positions;
  }

  public static OrderShape of(ShopwareSettings settings) {
    return settings.deliveryPositions() ? WITH_POSITIONS : ORDER;
  }

  @Override
  public String entity() {
    return "order";
  }

  @Override
  public String number() {
    return "orderNumber";
  }

  /** A full order is about 60 KB. */
  @Override
  public int mostFull() {
    return 50;
  }

  /** States are null unless asked for (shopware/observed.md, JSON). */
  @Override
  public Criteria full(int limit) {
    JsonNode associations = FULL.deepCopy();
    if (positions) {
      ((ObjectNode) associations.at("/deliveries/associations")).putObject("positions");
    }
    return new Criteria(limit).associations(associations);
  }

  @Override
  public Criteria thin(int limit) {
    return new Criteria(limit)
        .associations(THIN.deepCopy())
        .include(
            "order",
            fields(
                "orderNumber",
                "autoIncrement",
                "orderCustomer",
                "deliveries",
                "transactions",
                "addresses",
                "lineItems"))
        .include("order_delivery", OrderVersion.FIELDS)
        .include("order_address", OrderVersion.FIELDS)
        .include("order_line_item", OrderVersion.FIELDS)
        .include("order_customer", OrderVersion.FIELDS)
        .include("order_transaction", fields("captures"))
        .include("order_transaction_capture", fields("refunds"))
        .include("order_transaction_capture_refund", OrderVersion.FIELDS);
  }

  @Override
  public Document document(JsonNode order, @Nullable JsonNode content) {
    OrderVersion version = OrderVersion.of(order);
    return new Document(
        EntityType.ORDER,
        order.path("id").asString(""),
        order.path("orderNumber").asString(""),
        version.digest(),
        version.changedAt(),
        false,
        content);
  }

  private static List<String> fields(String... more) {
    return Stream.concat(OrderVersion.FIELDS.stream(), Stream.of(more)).toList();
  }
}
