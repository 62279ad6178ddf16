package dev.kontor.connector.shopware.inbox;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the document a webhook is about. Written events carry ids only, business events the whole
 * order; either way only the id is used, because deliveries come late and out of order
 * (shopware/contract.md §9).
 */
final class NoticeReader {

  private NoticeReader() {}

  /**
   * @param fallbackKey for webhooks without app, which carry no event id
   */
  static List<Notice> notices(JsonNode body, String fallbackKey) {
    JsonNode data = body.path("data");
    String event = data.path("event").asString("");
    String key = body.path("source").path("eventId").asString(fallbackKey);
    JsonNode payload = data.path("payload");
    List<Notice> notices = new ArrayList<>();
    if (payload.isArray()) {
      payload.forEach(row -> add(notices, type(row), row.path("primaryKey"), event, key));
    } else {
      add(notices, EntityType.ORDER, payload.path("order").path("id"), event, key);
      add(notices, EntityType.CUSTOMER, payload.path("customer").path("id"), event, key);
    }
    return notices;
  }

  private static void add(
      List<Notice> notices, @Nullable EntityType type, JsonNode id, String event, String key) {
    if (type != null && id.isString() && Ids.isId(id.stringValue())) {
      notices.add(new Notice(type, id.stringValue(), event, key));
    }
  }

  /** Null for rows of no interest: other entities, and drafts of an edited order. */
  private static @Nullable EntityType type(JsonNode row) {
    if (!row.path("versionId").asString(Ids.LIVE_VERSION).equals(Ids.LIVE_VERSION)) {
      return null;
    }
    return switch (row.path("entity").asString("")) {
      case "order" -> EntityType.ORDER;
      case "product" -> EntityType.PRODUCT;
      case "customer" -> EntityType.CUSTOMER;
      default -> null;
    };
  }
}
