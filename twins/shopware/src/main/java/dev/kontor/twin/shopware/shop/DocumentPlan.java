package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides number, configuration and reference of a document (Shopware's document renderers). */
final class DocumentPlan {
  private static final Map<String, String> NUMBER_NAMES =
      Map.of(
          "invoice", "invoiceNumber",
          "delivery_note", "deliveryNoteNumber",
          "credit_note", "creditNoteNumber",
          "storno", "stornoNumber");

  private final Tables tables;
  private final NumberRanges numbers;
  private final InstantSource clock;

  DocumentPlan(Tables tables, NumberRanges numbers, InstantSource clock) {
    this.tables = tables;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Throws ApiError 400 for a type the shop does not have. */
  String typeId(String type) {
    return tables.where("document_type", "technicalName", type).stream()
        .findFirst()
        .map(t -> Values.required(t, "id"))
        .orElseThrow(
            () ->
                ApiError.of(
                    400,
                    "DOCUMENT__INVALID_RENDERER_TYPE",
                    "Unable to find a document renderer with type \"" + type + "\"",
                    Json.object()));
  }

  /**
   * The new row without id; empty for an unknown order. Throws ApiError for what this order lacks.
   */
  Optional<ObjectNode> fields(String type, String typeId, String orderId, JsonNode wish) {
    boolean reverses = type.equals("storno") || type.equals("credit_note");
    Optional<ObjectNode> invoice =
        reverses ? Optional.of(invoice(type, orderId, wish)) : Optional.empty();
    if (tables.find("order", orderId).isEmpty()) {
      return Optional.empty();
    }
    if (type.equals("credit_note")) {
      creditLines(orderId);
    }
    ObjectNode config =
        wish.path("config") instanceof ObjectNode given ? given.deepCopy() : Json.object();
    String number = config.path("documentNumber").asString("");
    if (number.isEmpty()) {
      number = numbers.reserve("document_" + type);
    }
    complete(type, config, number, invoice);
    free(typeId, number);
    ObjectNode fields =
        Json.object()
            .put("orderId", orderId)
            .put("documentTypeId", typeId)
            .put("fileType", "pdf")
            .put("static", wish.path("static").asBoolean(false))
            .put("documentNumber", number)
            .put(
                "referencedDocumentId",
                invoice
                    .map(i -> Values.required(i, "id"))
                    .orElse(Values.text(wish, "referencedDocumentId")));
    return Optional.of(fields.set("config", config));
  }

  private void complete(
      String type, ObjectNode config, String number, Optional<ObjectNode> invoice) {
    config.put("documentNumber", number);
    if (!config.hasNonNull("documentDate")) {
      config.put("documentDate", Values.stored(clock.instant()));
    }
    ObjectNode custom = config.withObject("custom");
    custom.put(NUMBER_NAMES.getOrDefault(type, type + "Number"), number);
    invoice.ifPresent(i -> custom.put("invoiceNumber", Values.text(i, "documentNumber")));
  }

  // The invoice that is reversed: the one named, else the newest.
  private ObjectNode invoice(String type, String orderId, JsonNode wish) {
    String named = Values.text(wish, "referencedDocumentId");
    String invoiceType = typeId("invoice");
    return tables.where("document", "orderId", orderId).stream()
        .filter(d -> invoiceType.equals(Values.text(d, "documentTypeId")))
        .filter(d -> named == null || named.equals(Values.text(d, "id")))
        .reduce((first, last) -> last)
        .orElseThrow(
            () ->
                impossible(
                    "Can not generate "
                        + type.replace('_', ' ')
                        + " document because no invoice document exists. OrderId: "
                        + orderId));
  }

  private void creditLines(String orderId) {
    boolean credits =
        tables.where("order_line_item", "orderId", orderId).stream()
            .anyMatch(l -> "credit".equals(Values.text(l, "type")));
    if (!credits) {
      throw impossible(
          "Can not generate credit note document because no credit line items exists. OrderId: "
              + orderId);
    }
  }

  private void free(String typeId, String number) {
    boolean taken =
        tables.where("document", "documentTypeId", typeId).stream()
            .anyMatch(d -> number.equals(Values.text(d, "documentNumber")));
    if (taken) {
      throw ApiError.of(
          400,
          "DOCUMENT__NUMBER_ALREADY_EXISTS",
          "Document number " + number + " has already been allocated.",
          Json.object().put("number", number));
    }
  }

  private static ApiError impossible(String message) {
    return ApiError.of(
        404,
        "DOCUMENT__GENERATION_ERROR",
        "Unable to generate document. " + message,
        Json.object().put("$message", message));
  }
}
