package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked for with an order: all of it, or only what its version is made of. */
final class OrderShape {

  private static final JsonNode ASSOCIATIONS = load();

  private OrderShape() {}

  /**
   * Everything the mapping reads; states are null unless asked for (shopware/observed.md, JSON).
   */
  static JsonNode associations() {
    return ASSOCIATIONS.deepCopy();
  }

  static Criteria keys(int limit) {
    ObjectNode associations = JsonNodeFactory.instance.objectNode();
    associations.putObject("deliveries");
    associations.putObject("addresses");
    associations.putObject("lineItems");
    associations.putObject("orderCustomer");
    associations
        .putObject("transactions")
        .putObject("associations")
        .putObject("captures")
        .putObject("associations")
        .putObject("refunds");
    List<String> order = new ArrayList<>(OrderVersion.FIELDS);
    order.addAll(List.of("orderNumber", "autoIncrement", "orderCustomer"));
    order.addAll(List.of("deliveries", "transactions", "addresses", "lineItems"));
    List<String> transaction = new ArrayList<>(OrderVersion.FIELDS);
    transaction.add("captures");
    List<String> capture = new ArrayList<>(OrderVersion.FIELDS);
    capture.add("refunds");
    return new Criteria(limit)
        .associations(associations)
        .include("order", order)
        .include("order_delivery", OrderVersion.FIELDS)
        .include("order_address", OrderVersion.FIELDS)
        .include("order_line_item", OrderVersion.FIELDS)
        .include("order_customer", OrderVersion.FIELDS)
        .include("order_transaction", transaction)
        .include("order_transaction_capture", capture)
        .include("order_transaction_capture_refund", OrderVersion.FIELDS);
  }

  private static JsonNode load() {
    try (InputStream in = OrderShape.class.getResourceAsStream("associations.json")) {
      if (in == null) {
        throw new IllegalStateException("associations.json is missing beside OrderShape");
      }
      return ModelJson.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
