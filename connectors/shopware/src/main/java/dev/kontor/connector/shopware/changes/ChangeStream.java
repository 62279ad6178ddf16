package dev.kontor.connector.shopware.changes;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.ModelJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One time column whose growth reveals changed orders, customers or articles. New rows have no
 * {@code updatedAt}, so each table has two streams (shopware/observed.md, Change detection).
 *
 * @param entity as in an address
 * @param alias the entity's name in answers
 * @param time the column followed
 * @param owner path to the id of the document that changed; of several, parted by a bar, the first
 *     that has one
 * @param channel path to the sales channel of that document, empty if it has none of its own
 */
record ChangeStream(String entity, String alias, String time, String owner, String channel) {

  private static final String CHANNEL = "salesChannelId";

  static final List<ChangeStream> CUSTOMERS =
      List.of(
          whole("customer", "createdAt"),
          whole("customer", "updatedAt"),
          address("createdAt"),
          address("updatedAt"));

  /** A variant belongs to its article. */
  private static final String ARTICLE = "parentId|id";

  static final List<ChangeStream> PRODUCTS = List.of(article("createdAt"), article("updatedAt"));

  private static final List<ChangeStream> ORDERS =
      List.of(
          whole("order", "createdAt"),
          whole("order", "updatedAt"),
          child("order-delivery", "createdAt"),
          child("order-delivery", "updatedAt"),
          child("order-transaction", "createdAt"),
          child("order-transaction", "updatedAt"),
          child("order-line-item", "createdAt"),
          child("order-line-item", "updatedAt"),
          child("order-address", "createdAt"),
          child("order-address", "updatedAt"),
          child("order-customer", "updatedAt"));

  private static final List<ChangeStream> NONE = List.of();
  private static final JsonNode CAPTURE_OWNERS = ModelJson.parse("{\"transaction\":{}}");
  private static final JsonNode REFUND_OWNERS =
      ModelJson.parse("{\"transactionCapture\":{\"associations\":{\"transaction\":{}}}}");

  private static final String CAPTURE = "order-transaction-capture";
  private static final String REFUND = "order-transaction-capture-refund";

  /** One after another may leave the payment as it is. */
  private static final List<ChangeStream> CAPTURES =
      List.of(capture("createdAt"), capture("updatedAt"));

  private static final List<ChangeStream> REFUNDS =
      List.of(refund("createdAt"), refund("updatedAt"));

  /**
   * @param captures whether those that change nothing else of their order are looked for
   * @param refunds likewise
   */
  static List<ChangeStream> ofOrders(boolean captures, boolean refunds) {
    return Stream.of(ORDERS, captures ? CAPTURES : NONE, refunds ? REFUNDS : NONE)
        .flatMap(List::stream)
        .toList();
  }

  private static ChangeStream whole(String entity, String time) {
    return new ChangeStream(entity, entity, time, "id", CHANNEL);
  }

  private static ChangeStream article(String time) {
    return new ChangeStream("product", "product", time, ARTICLE, "");
  }

  private static ChangeStream address(String time) {
    return new ChangeStream(
        "customer-address", "customer_address", time, "customerId", "customer." + CHANNEL);
  }

  private static ChangeStream child(String entity, String time) {
    return below(entity, time, "");
  }

  private static ChangeStream capture(String time) {
    return below(CAPTURE, time, "transaction.");
  }

  private static ChangeStream refund(String time) {
    return below(REFUND, time, "transactionCapture.transaction.");
  }

  /**
   * @param owner path to the row that belongs to the order
   */
  private static ChangeStream below(String entity, String time, String owner) {
    return new ChangeStream(
        entity, entity.replace('-', '_'), time, owner + "orderId", owner + "order." + CHANNEL);
  }

  /** A row's time in this stream. */
  Instant time(JsonNode row) {
    return ShopRow.time(row, time);
  }

  String id(JsonNode row) {
    return ShopRow.id(row);
  }

  /** The id of the document a row belongs to, empty if the row does not show it. */
  String document(JsonNode row) {
    return Stream.of(owner.split("\\|"))
        .map(path -> at(row, path))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String at(JsonNode row, String path) {
    JsonNode at = row;
    for (String step : path.split("\\.")) {
      at = at.path(step);
    }
    return at.asString("");
  }

  /** What a search for its rows must bring back. */
  Criteria asking(Criteria criteria) {
    if (entity.equals(CAPTURE)) {
      return criteria
          .associations(CAPTURE_OWNERS.deepCopy())
          .include(alias, List.of("id", time, "transaction"))
          .include("order_transaction", List.of("orderId"));
    }
    if (entity.equals(REFUND)) {
      return criteria
          .associations(REFUND_OWNERS.deepCopy())
          .include(alias, List.of("id", time, "transactionCapture"))
          .include("order_transaction_capture", List.of("transaction"))
          .include("order_transaction", List.of("orderId"));
    }
    return criteria.include(
        alias,
        Stream.concat(Stream.of("id", time), Stream.of(owner.split("\\|"))).distinct().toList());
  }

  /** Names the stream in a cursor. */
  String name() {
    return entity + "." + time;
  }

  /** True for the one stream that alone walks over every document. */
  boolean isCreation() {
    return time.equals("createdAt") && (owner.equals("id") || owner.equals(ARTICLE));
  }
}
