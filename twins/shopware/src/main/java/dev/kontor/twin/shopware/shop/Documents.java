package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.media.Files;
import dev.kontor.twin.shopware.media.Upload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Invoices and other papers of orders (contract §8; Shopware's DocumentGenerator). */
public final class Documents {
  private final Tables tables;
  private final Keys keys;
  private final Files files;
  private final DocumentPlan plan;

  Documents(Tables tables, Keys keys, Files files, DocumentPlan plan) {
    this.tables = tables;
    this.keys = keys;
    this.files = files;
    this.plan = plan;
  }

  /**
   * One document of this type per order, the last wish counts; failures come per order inside the
   * answer, an unknown order comes to nothing.
   */
  public ObjectNode create(String type, JsonNode wishes, String base) {
    String typeId = plan.typeId(type);
    Map<String, JsonNode> byOrder = new LinkedHashMap<>();
    wishes.forEach(w -> byOrder.put(w.path("orderId").asString(""), w));
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    ObjectNode errors = Json.object();
    byOrder.forEach(
        (orderId, wish) -> {
          try {
            plan.fields(type, typeId, orderId, wish)
                .ifPresent(fields -> data.add(answer(stored(fields, base))));
          } catch (ApiError e) {
            errors.set(orderId, e.body().get("errors"));
          }
        });
    answer.set("errors", errors.isEmpty() ? Json.array() : errors);
    return answer;
  }

  private ObjectNode stored(ObjectNode fields, String base) {
    fields.put("id", keys.id()).put("deepLinkCode", keys.secret(32)).put("sent", false);
    if (!fields.path("static").asBoolean(false)) {
      String number = Values.required(fields, "documentNumber");
      byte[] printed = ("%PDF-1.4\n% " + number + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
      String name = Values.required(fields, "id");
      fields.put(
          "documentMediaFileId",
          files.add(new Upload(name, "pdf", "application/pdf", printed), base));
    }
    tables.insert("document", fields);
    return fields;
  }

  private static ObjectNode answer(ObjectNode row) {
    return Json.object()
        .put("documentId", Values.required(row, "id"))
        .put("documentMediaId", Values.text(row, "documentMediaFileId"))
        .put("documentDeepLink", Values.required(row, "deepLinkCode"));
  }

  /** Gives a static document its file, once; throws ApiError 404 or 400. */
  public ObjectNode upload(String id, Optional<Upload> upload, String base) {
    ObjectNode row = tables.find("document", id).orElseThrow(() -> absent(id));
    if (Values.text(row, "documentMediaFileId") != null) {
      throw refused("Document already exists");
    }
    if (!row.path("static").asBoolean(false)) {
      throw refused("This document is dynamically generated and cannot be overwritten");
    }
    Upload file = upload.orElseThrow(() -> refused("Parameter \"fileName\" is missing"));
    tables.update("document", id, Json.object().put("documentMediaFileId", files.add(file, base)));
    return answer(tables.get("document", id));
  }

  /** The file; empty while a static document has none. Throws ApiError 404. */
  public Optional<Upload> read(String id, String deepLinkCode) {
    ObjectNode row =
        tables
            .find("document", id)
            .filter(d -> deepLinkCode.equals(Values.text(d, "deepLinkCode")))
            .orElseThrow(() -> absent(id));
    return Optional.ofNullable(Values.text(row, "documentMediaFileId")).flatMap(files::read);
  }

  /**
   * Whether the customer's account shows it: sent and marked for it in its configuration
   * (Shopware's OrderRoute).
   */
  public static boolean shown(ObjectNode document) {
    return document.path("sent").asBoolean(false)
        && document.path("config").path("displayInCustomerAccount").asBoolean(false);
  }

  private static ApiError absent(String id) {
    return ApiError.of(
        404,
        "DOCUMENT__DOCUMENT_NOT_FOUND",
        "The document with id \"" + id + "\" is invalid or could not be found.",
        Json.object().put("documentId", id));
  }

  private static ApiError refused(String reason) {
    return ApiError.of(
        400, "DOCUMENT__GENERATION_ERROR", "Unable to generate document. " + reason, Json.object());
  }
}
