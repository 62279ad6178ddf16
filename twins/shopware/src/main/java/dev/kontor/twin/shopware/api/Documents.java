package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Document entries and the upload of an own file to them (contract §8, documents fixtures). */
final class Documents {
  private final Shop shop;
  private final Tables tables;
  private final Keys keys;

  Documents(Shop shop) {
    this.shop = shop;
    this.tables = shop.tables();
    this.keys = shop.keys();
  }

  /** /_action/order/document/{type}/create: failures come per order inside a 200. */
  Answer create(Request request) {
    ActionRoutes.only("POST", request);
    String typeId = shop.lookup().id("document_type", "technicalName", request.segment(3));
    ObjectNode answer = Json.object();
    var data = answer.putArray("data");
    ObjectNode errors = Json.object();
    for (JsonNode wish : request.body()) {
      JsonNode given = wish.path("config").path("documentNumber");
      String number =
          given.isString()
              ? given.stringValue()
              : shop.numbers().reserve("document_" + request.segment(3));
      String orderId = wish.path("orderId").asString("");
      if (taken(typeId, number)) {
        errors
            .putArray(orderId)
            .addAll(duplicate(number).body().get("errors").valueStream().toList());
      } else {
        data.add(stored(wish, orderId, typeId, number));
      }
    }
    answer.set("errors", errors.isEmpty() ? Json.array() : errors);
    return Answer.json(200, answer);
  }

  private ObjectNode stored(JsonNode wish, String orderId, String typeId, String number) {
    ObjectNode order =
        tables.find("order", orderId).orElseThrow(() -> Errors.notFound("order", orderId));
    boolean fixed = wish.path("static").asBoolean(false);
    ObjectNode row =
        Json.object()
            .put("id", keys.id())
            .put("orderId", Values.required(order, "id"))
            .put("documentTypeId", typeId)
            .put("fileType", "pdf")
            .put("sent", false)
            .put("static", fixed)
            .put("deepLinkCode", keys.secret(32))
            .put("documentNumber", number)
            .put("documentMediaFileId", fixed ? null : keys.id());
    row.set("config", wish.path("config").isObject() ? wish.get("config") : Json.object());
    tables.insert("document", row);
    return answer(row);
  }

  private static ObjectNode answer(ObjectNode row) {
    return Json.object()
        .put("documentId", Values.required(row, "id"))
        .put("documentMediaId", Values.text(row, "documentMediaFileId"))
        .put("documentDeepLink", Values.required(row, "deepLinkCode"));
  }

  private boolean taken(String typeId, String number) {
    return tables.where("document", "documentTypeId", typeId).stream()
        .anyMatch(d -> number.equals(Values.text(d, "documentNumber")));
  }

  /** /_action/document/{id}/upload: one file, only for static documents. */
  Answer upload(Request request) {
    ActionRoutes.only("POST", request);
    String id = request.segment(2);
    ObjectNode row = tables.find("document", id).orElseThrow(() -> Errors.notFound("document", id));
    if (request.call().param("fileName").isEmpty()) {
      throw refused("Parameter \"fileName\" is missing");
    }
    if (Values.text(row, "documentMediaFileId") != null) {
      throw refused("Document already exists");
    }
    if (!row.path("static").asBoolean(false)) {
      throw refused("This document is dynamically generated and cannot be overwritten");
    }
    tables.update("document", id, Json.object().put("documentMediaFileId", keys.id()));
    return Answer.json(200, answer(tables.get("document", id)));
  }

  private static ApiError duplicate(String number) {
    return ApiError.of(
        400,
        "DOCUMENT__NUMBER_ALREADY_EXISTS",
        "Document number " + number + " has already been allocated.",
        Json.object().put("number", number));
  }

  private static ApiError refused(String reason) {
    return ApiError.of(
        400, "DOCUMENT__GENERATION_ERROR", "Unable to generate document. " + reason, Json.object());
  }
}
