package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.ApiError;
import dev.kontor.connector.shopware.api.ApiErrors;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents of orders with the ERP's own number and file (shopware/contract.md §8). One that is
 * there is not made again, one without its file gets it: a lost answer between the two heals.
 */
final class OrderDocuments {

  private static final String NAME_TAKEN = "CONTENT__MEDIA_DUPLICATED_FILE_NAME";
  private static final String CODES = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final ShopOrders orders;

  OrderDocuments(ShopwareApi api, ShopwareSettings settings, ShopOrders orders) {
    this.api = api;
    this.settings = settings;
    this.orders = orders;
  }

  /**
   * Makes the document and gives it its file, whatever of it is missing.
   *
   * @throws FaultException if the shop refuses
   */
  void put(Paperwork paperwork, JsonNode order, Map<String, Attachment> files) {
    JsonNode there = paperwork.in(order);
    if (there != null && Paperwork.hasFile(there)) {
      if (there.path("static").asBoolean(false) && !Paperwork.isShown(there)) {
        show(ShopRow.id(there));
      }
      return;
    }
    Attachment file = files.get(paperwork.file());
    if (file == null) {
      throw new FaultException(
          new Fault.Conflict(
              "the document's file was deleted in the shop since it was looked for"));
    }
    if (there != null && !there.path("static").asBoolean(false)) {
      throw wrong(
          paperwork,
          "has a document in the shop whose file the shop makes itself; delete it there, then"
              + " resubmit",
          null);
    }
    String id = there == null ? made(paperwork, order) : ShopRow.id(there);
    upload(id, paperwork, order, file);
    show(id);
  }

  /** The buyer's account lists what is marked as sent; marking sends no mail. */
  private void show(String id) {
    write(ShopRow.of(id).put("sent", true));
  }

  private void write(ObjectNode row) {
    SyncBatch sync = new SyncBatch();
    sync.upsert(0, "document", row);
    sync.sendAll(api);
  }

  private String made(Paperwork paperwork, JsonNode order) {
    // The shop makes a credit note only of an order with credit lines; a row needs none.
    return paperwork.type().equals(Paperwork.CREDIT_NOTE) && !hasCredits(order)
        ? written(paperwork, order)
        : created(paperwork, order);
  }

  private static boolean hasCredits(JsonNode order) {
    return order
        .path("lineItems")
        .valueStream()
        .anyMatch(line -> ShopRow.text(line, "type").equals("credit"));
  }

  private String created(Paperwork paperwork, JsonNode order) {
    String orderId = ShopRow.id(order);
    ArrayNode body = JsonNodeFactory.instance.arrayNode();
    ObjectNode wish =
        body.addObject()
            .put("orderId", orderId)
            .put("type", paperwork.type())
            .put("fileType", "pdf")
            .put("static", true);
    JsonNode corrected = paperwork.corrected();
    if (corrected != null) {
      wish.put("referencedDocumentId", ShopRow.id(corrected));
    }
    wish.set("config", config(paperwork));
    String path = "/api/_action/order/document/" + paperwork.type() + "/create";
    Reply reply = api.write("POST", path, body);
    if (!reply.ok()) {
      throw new FaultException(api.fault(true, path, reply));
    }
    String id = reply.body().path("data").path(0).path("documentId").asString("");
    return id.isEmpty()
        ? refused(paperwork, orderId, reply.body().path("errors").path(orderId))
        : id;
  }

  /** A refusal stands inside a good answer; the number may be taken by our own unanswered call. */
  private String refused(Paperwork paperwork, String orderId, JsonNode errors) {
    ApiErrors all =
        ApiErrors.of(JsonNodeFactory.instance.objectNode().set("errors", errors.deepCopy()));
    ApiError first = all.first();
    if (!all.has("DOCUMENT__NUMBER_ALREADY_EXISTS")) {
      throw wrong(
          paperwork,
          "was refused by the shop as a document: "
              + (first == null ? "it gave no reason" : first.text() + " (" + first.code() + ")"),
          first == null ? null : first.code());
    }
    JsonNode order = orders.of(List.of(orderId)).get(orderId);
    JsonNode own = order == null ? null : paperwork.in(order);
    if (own == null) {
      throw wrong(
          paperwork,
          "is the number of a document of another order in the shop; give the shop's own documents"
              + " another number range",
          "DOCUMENT__NUMBER_ALREADY_EXISTS");
    }
    return ShopRow.id(own);
  }

  private String written(Paperwork paperwork, JsonNode order) {
    String id = settings.id("document", paperwork.type(), paperwork.number());
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      code.append(CODES.charAt(RANDOM.nextInt(CODES.length())));
    }
    ObjectNode row =
        ShopRow.of(id)
            .put("orderId", ShopRow.id(order))
            .put("documentTypeId", typeId(paperwork))
            .put(
                "referencedDocumentId",
                Objects.requireNonNull(paperwork.corrected()).path("id").asString(""))
            .put("fileType", "pdf")
            .put("static", true)
            .put("sent", false)
            .put("deepLinkCode", code.toString());
    row.set("config", config(paperwork));
    write(row);
    return id;
  }

  private String typeId(Paperwork paperwork) {
    Criteria criteria = new Criteria(1).equalTo("technicalName", paperwork.type());
    String id = api.stated("document-type", criteria).path(0).path("id").asString("");
    if (id.isEmpty()) {
      throw wrong(paperwork, "needs the document type " + paperwork.type() + " in the shop", null);
    }
    return id;
  }

  private static ObjectNode config(Paperwork paperwork) {
    ObjectNode config =
        JsonNodeFactory.instance
            .objectNode()
            .put("documentNumber", paperwork.number())
            .put("documentDate", paperwork.date())
            // Without it the buyer's account does not list the document.
            .put("displayInCustomerAccount", true);
    ObjectNode custom = config.putObject("custom");
    switch (paperwork.type()) {
      case "invoice" -> custom.put("invoiceNumber", paperwork.number());
      case "storno" -> custom.put("stornoNumber", paperwork.number());
      case "credit_note" -> custom.put("creditNoteNumber", paperwork.number());
      default -> custom.put("deliveryNoteNumber", paperwork.number());
    }
    JsonNode corrected = paperwork.corrected();
    if (corrected != null) {
      custom.put("invoiceNumber", Paperwork.number(corrected));
    }
    return config;
  }

  /** A file of that name may be left of a document people deleted; then ours has another name. */
  private void upload(String id, Paperwork paperwork, JsonNode order, Attachment file) {
    String name = paperwork.type() + "-" + paperwork.number().replaceAll("[^A-Za-z0-9._-]+", "-");
    Fault.Invalid refused = sent(id, name, file);
    if (refused != null && NAME_TAKEN.equals(refused.remoteCode())) {
      refused = sent(id, name + "-" + id.substring(0, 8), file);
    }
    if (refused == null) {
      return;
    }
    String orderId = ShopRow.id(order);
    JsonNode now = orders.of(List.of(orderId)).get(orderId);
    JsonNode there = now == null ? null : paperwork.in(now);
    if (there == null || !Paperwork.hasFile(there)) {
      throw wrong(
          paperwork, "has a file the shop refuses: " + refused.problem(), refused.remoteCode());
    }
  }

  /** The shop's refusal, null if it took the file. */
  private Fault.@Nullable Invalid sent(String id, String name, Attachment file) {
    String path = "/api/_action/document/" + id + "/upload?extension=pdf&fileName=" + name;
    Reply reply = api.upload(path, new Attachment("application/pdf", file.bytes()));
    if (reply.ok()) {
      return null;
    }
    Fault fault = api.fault(true, path, reply);
    if (fault instanceof Fault.Invalid invalid) {
      return invalid;
    }
    throw new FaultException(fault);
  }

  private static FaultException wrong(Paperwork paperwork, String problem, @Nullable String code) {
    return new FaultException(
        new Fault.Invalid(paperwork.field() + ".number", paperwork.number() + " " + problem, code));
  }
}
