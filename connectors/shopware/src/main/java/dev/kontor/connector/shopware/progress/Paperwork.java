package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.api.ShopRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The document of the shop an event calls for.
 *
 * @param type of the shop, e.g. {@code invoice}
 * @param field of the content that is to blame if the shop refuses it
 * @param file by which the source opens its PDF
 * @param corrected the shop's invoice document it corrects, null for an invoice
 */
record Paperwork(
    String type,
    String field,
    String number,
    String date,
    String file,
    @Nullable JsonNode corrected) {

  private static final String INVOICE = "invoice";
  static final String CREDIT_NOTE = "credit_note";

  /** Null if the event has no file to show, or corrects an invoice the shop does not show. */
  static @Nullable Paperwork of(Progress progress, JsonNode order) {
    return switch (progress.kind()) {
      case RELEASED, CANCELLED -> null;
      case SHIPPED -> deliveryNote(progress.shipped());
      case INVOICED -> invoice(progress.paper());
      case CREDITED -> correction(progress.paper(), order);
    };
  }

  /** Why an event leaves no document in the shop; null if it does or never should. */
  static @Nullable String note(Progress progress, JsonNode order) {
    Paper paper = progress.paper();
    if (paper == null || of(progress, order) != null) {
      return null;
    }
    return paper.file() == null
        ? "the ERP has no file of " + paper.number() + "; the shop shows its number only"
        : "the shop has no invoice that "
            + paper.number()
            + " could refer to; it shows the number of the credit memo only";
  }

  private static @Nullable Paperwork deliveryNote(@Nullable Shipped shipped) {
    return shipped == null || shipped.note() == null
        ? null
        : new Paperwork(
            "delivery_note", "shipment", shipped.number(), shipped.date(), shipped.note(), null);
  }

  private static @Nullable Paperwork invoice(@Nullable Paper paper) {
    return paper == null || paper.file() == null
        ? null
        : new Paperwork(INVOICE, INVOICE, paper.number(), paper.date(), paper.file(), null);
  }

  /** A credit memo over the whole invoice takes it back, any other gives back a part. */
  private static @Nullable Paperwork correction(@Nullable Paper paper, JsonNode order) {
    if (paper == null || paper.file() == null) {
      return null;
    }
    JsonNode invoice =
        paper.invoice() == null ? newest(order) : find(order, INVOICE, paper.invoice());
    if (invoice == null) {
      return null;
    }
    String type = isWhole(paper, number(invoice), order) ? "storno" : CREDIT_NOTE;
    // Written earlier, perhaps before the invoice's amount was known.
    for (String written : List.of("storno", CREDIT_NOTE)) {
      type = find(order, written, paper.number()) == null ? type : written;
    }
    return new Paperwork(type, "creditMemo", paper.number(), paper.date(), paper.file(), invoice);
  }

  private static boolean isWhole(Paper paper, String invoice, JsonNode order) {
    String gross =
        order
            .path("customFields")
            .path(ProgressFields.INVOICES)
            .path(invoice)
            .path("gross")
            .asString("");
    return !gross.isEmpty() && new BigDecimal(gross).compareTo(paper.gross()) == 0;
  }

  private static @Nullable JsonNode newest(JsonNode order) {
    return order
        .path("documents")
        .valueStream()
        .filter(document -> type(document).equals(INVOICE))
        .max(Comparator.comparing(document -> ShopRow.text(document, "createdAt")))
        .orElse(null);
  }

  /** The document as the shop has it, null if it has none. */
  @Nullable JsonNode in(JsonNode order) {
    return find(order, type, number);
  }

  private static @Nullable JsonNode find(JsonNode order, String type, String number) {
    return order
        .path("documents")
        .valueStream()
        .filter(document -> type(document).equals(type) && number(document).equals(number))
        .findFirst()
        .orElse(null);
  }

  static boolean hasFile(JsonNode document) {
    return !ShopRow.text(document, "documentMediaFileId").isEmpty();
  }

  /** Whether the buyer's account lists it: the shop wants it marked as sent (OrderRoute). */
  static boolean isShown(JsonNode document) {
    return document.path("sent").asBoolean(false);
  }

  private static String type(JsonNode document) {
    return document.path("documentType").path("technicalName").asString("");
  }

  /** The number people read; older shops keep it in the configuration only. */
  static String number(JsonNode document) {
    return document
        .path("config")
        .path("documentNumber")
        .asString(ShopRow.text(document, "documentNumber"));
  }
}
