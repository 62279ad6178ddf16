package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.ModelJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One time column whose growth reveals changed orders. New rows have no {@code updatedAt}, so each
 * table has two streams (shopware/observed.md, Change detection).
 *
 * @param entity as in an address
 * @param alias the entity's name in answers
 * @param time the column followed
 * @param order path to the id of the order
 */
record ChangeStream(String entity, String alias, String time, String order) {

  static final List<ChangeStream> ALL =
      List.of(
          new ChangeStream("order", "order", "createdAt", "id"),
          new ChangeStream("order", "order", "updatedAt", "id"),
          child("order-delivery", "createdAt"),
          child("order-delivery", "updatedAt"),
          child("order-transaction", "createdAt"),
          child("order-transaction", "updatedAt"),
          child("order-line-item", "createdAt"),
          child("order-line-item", "updatedAt"),
          child("order-address", "createdAt"),
          child("order-address", "updatedAt"),
          child("order-customer", "updatedAt"));

  private static final JsonNode OWNERS =
      ModelJson.parse("{\"transactionCapture\":{\"associations\":{\"transaction\":{}}}}");

  private static final String REFUND = "order-transaction-capture-refund";

  /** A refund in part after another leaves the payment as it is. */
  private static final List<ChangeStream> WITH_REFUNDS =
      Stream.concat(ALL.stream(), Stream.of(refund("createdAt"), refund("updatedAt"))).toList();

  /**
   * @param refunds whether those that change nothing else of their order are looked for
   */
  static List<ChangeStream> all(boolean refunds) {
    return refunds ? WITH_REFUNDS : ALL;
  }

  private static ChangeStream refund(String time) {
    return new ChangeStream(
        REFUND, REFUND.replace('-', '_'), time, "transactionCapture.transaction.orderId");
  }

  private static ChangeStream child(String entity, String time) {
    return new ChangeStream(entity, entity.replace('-', '_'), time, "orderId");
  }

  /** A row's time in this stream. */
  Instant time(JsonNode row) {
    return ShopRow.time(row, time);
  }

  String id(JsonNode row) {
    return ShopRow.id(row);
  }

  /** The id of a row's order, empty if the row does not show it. */
  String order(JsonNode row) {
    JsonNode at = row;
    for (String step : order.split("\\.")) {
      at = at.path(step);
    }
    return at.asString("");
  }

  /** What a search for its rows must bring back. */
  Criteria asking(Criteria criteria) {
    if (entity.equals(REFUND)) {
      return criteria
          .associations(OWNERS.deepCopy())
          .include(alias, List.of("id", time, "transactionCapture"))
          .include("order_transaction_capture", List.of("transaction"))
          .include("order_transaction", List.of("orderId"));
    }
    return criteria.include(
        alias, order.equals("id") ? List.of("id", time) : List.of("id", order, time));
  }

  /** Names the stream in a cursor. */
  String name() {
    return entity + "." + time;
  }

  /** True for the one stream that alone walks over every order. */
  boolean isCreation() {
    return entity.equals("order") && time.equals("createdAt");
  }

  /** The sales channel of a row's order. */
  String channel() {
    return switch (entity) {
      case "order" -> "salesChannelId";
      case REFUND -> "transactionCapture.transaction.order.salesChannelId";
      default -> "order.salesChannelId";
    };
  }
}
