package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.media.Files;
import dev.kontor.twin.shopware.shop.Documents;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every document of every order, and whether its buyer sees it. */
final class DocumentTruth {
  private final Tables tables;

  DocumentTruth(Shop shop) {
    this.tables = shop.tables();
  }

  ArrayNode list() {
    ArrayNode list = Json.array();
    tables.all("document").forEach(d -> list.add(document(d)));
    return list;
  }

  private ObjectNode document(ObjectNode row) {
    ObjectNode order = tables.get("order", Values.required(row, "orderId"));
    ObjectNode type = tables.get("document_type", Values.required(row, "documentTypeId"));
    ObjectNode json =
        Json.object()
            .put("id", Values.required(row, "id"))
            .put("orderId", Values.required(order, "id"))
            .put("orderNumber", Values.required(order, "orderNumber"))
            .put("type", Values.text(type, "technicalName"))
            .put("number", number(row))
            .put("static", row.path("static").asBoolean(false))
            .put("sent", row.path("sent").asBoolean(false))
            .put("shownToBuyer", Documents.shown(row))
            .put("referencedDocumentId", Values.text(row, "referencedDocumentId"));
    json.set("customFields", Values.orNull(row.get("customFields")));
    Optional<ObjectNode> media =
        Optional.ofNullable(Values.text(row, "documentMediaFileId"))
            .flatMap(id -> tables.find("media", id));
    json.put("fileName", media.map(DocumentTruth::fileName).orElse(null));
    json.put("size", media.map(m -> m.path("fileSize").asInt(0)).orElse(null));
    return json.put("sha256", media.flatMap(Files::hash).orElse(null));
  }

  /** The shop's database makes the column of the config, also of a document written as a row. */
  private static @Nullable String number(ObjectNode row) {
    String own = Values.text(row, "documentNumber");
    JsonNode stated = row.path("config").path("documentNumber");
    return own == null && stated.isString() ? stated.stringValue() : own;
  }

  private static String fileName(ObjectNode media) {
    return Values.text(media, "fileName") + "." + Values.text(media, "fileExtension");
  }
}
