package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.order.ShopTime;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A customer of the shop as a search lists it. Magento gives them no number but the id, which is
 * what its administration shows.
 */
record Account(JsonNode row) {

  String id() {
    return row.path("id").asString("");
  }

  /** Of the company the account buys for, 0 if for none (Adobe Commerce). */
  String company() {
    return row.path("extension_attributes")
        .path("company_attributes")
        .path("company_id")
        .asString("0");
  }

  boolean hasCompany() {
    return !company().equals("0");
  }

  /**
   * An address may change without the account's time, so that all of the row counts.
   *
   * @param credit {@link Company#state}, empty without company or credit
   */
  String version(String credit) {
    byte[] bytes =
        (ModelJson.mapper().writeValueAsString(row) + credit).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString();
  }

  Document document(String credit, @Nullable JsonNode content) {
    return new Document(
        EntityType.CUSTOMER,
        id(),
        id(),
        version(credit),
        ShopTime.of(row, "updated_at"),
        false,
        content);
  }
}
