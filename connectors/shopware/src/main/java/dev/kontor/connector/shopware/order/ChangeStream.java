package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.ShopRow;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One time column whose growth reveals changed orders. New rows have no {@code updatedAt}, so each
 * table has two streams (shopware/observed.md, Change detection).
 *
 * @param entity as in an address
 * @param alias the entity's name in answers
 * @param time the column followed
 * @param order field with the id of the order
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

  static final List<String> NAMES = ALL.stream().map(ChangeStream::name).toList();

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
    return entity.equals("order") ? "salesChannelId" : "order.salesChannelId";
  }
}
