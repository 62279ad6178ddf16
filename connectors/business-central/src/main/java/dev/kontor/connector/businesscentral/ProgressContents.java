package dev.kontor.connector.businesscentral;

import dev.kontor.model.Amount;
import dev.kontor.model.CreditMemo;
import dev.kontor.model.EntityType;
import dev.kontor.model.Invoice;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.OrderReference;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of each order how far Business Central has come with it, as {@code model.order-progress}
 * with the order itself beside it. The version is a digest of that.
 */
final class ProgressContents {

  private static final String CANCELLED = "Canceled";

  private final Company company;
  private final String referenceField;
  private final OrderParts parts;
  private final ShippedLines lines;
  private final OrderJoined joined;

  ProgressContents(
      Company company,
      String referenceField,
      OrderParts parts,
      ShippedLines lines,
      OrderJoined joined) {
    this.joined = joined;
    this.company = company;
    this.referenceField = referenceField;
    this.parts = parts;
    this.lines = lines;
  }

  List<Document> of(Collection<String> numbers) {
    return numbers.stream().map(this::document).toList();
  }

  private Document document(String number) {
    List<JsonNode> open = parts.of(OrderParts.ORDERS, number);
    List<JsonNode> invoices =
        parts.of(OrderParts.INVOICES, number).stream().filter(OrderParts::isPosted).toList();
    List<JsonNode> shipments = parts.of(OrderParts.SHIPMENTS, number);
    List<JsonNode> memos =
        memos(Stream.of(open, invoices, shipments).flatMap(List::stream).toList());
    OrderProgress progress =
        new OrderProgress(
            number,
            reference(Stream.of(open, invoices, shipments).flatMap(List::stream)),
            OrderStates.of(open, shipments, invoices),
            open.stream().findFirst().map(ProgressContents::amount).orElse(null),
            sorted(shipments.stream().map(row -> shipment(number, row)), Shipment::shippedOn),
            sorted(invoices.stream().map(this::invoice), Invoice::issuedOn),
            sorted(memos.stream().map(this::memo), CreditMemo::issuedOn),
            Map.of());
    ObjectNode content = (ObjectNode) ModelJson.tree(progress);
    open.stream().findFirst().ifPresent(order -> content.set("order", order));
    joined.tell(
        content, number, Stream.of(shipments, invoices, memos).flatMap(List::stream).toList());
    Instant changed =
        Stream.of(open, shipments, invoices, memos, parts.of(OrderParts.SHIPMENT_DETAILS, number))
            .flatMap(List::stream)
            .map(row -> Json.instant(row, "lastModifiedDateTime"))
            .max(Comparator.naturalOrder())
            .orElseGet(() -> company.clock().instant());
    return new Document(
        EntityType.ORDER_PROGRESS,
        number,
        number,
        Digest.of(content.toString()),
        changed,
        false,
        content);
  }

  private static <T> List<T> sorted(Stream<T> documents, Function<T, LocalDate> day) {
    return documents.sorted(Comparator.comparing(day)).toList();
  }

  private @Nullable String reference(Stream<JsonNode> documents) {
    return Json.first(documents, referenceField).orElse(null);
  }

  private Shipment shipment(String order, JsonNode row) {
    String number = Json.text(row, "number", "");
    JsonNode details =
        parts.of(OrderParts.SHIPMENT_DETAILS, order).stream()
            .filter(detail -> number.equals(Json.text(detail, "number")))
            .findFirst()
            .orElse(Json.object());
    return new Shipment(
        number,
        day(row, "postingDate"),
        Json.text(details, "shippingAgentCode"),
        Json.text(details, "shippingAgentServiceCode"),
        trackingCodes(Json.text(details, "packageTrackingNumber", "")),
        Json.text(details, "trackingUrl"),
        lines.of(order, row),
        file(OrderParts.SHIPMENTS, row),
        Json.text(details, "locationCode"));
  }

  /** People enter several parcels into the one field. */
  private static List<String> trackingCodes(String field) {
    return Stream.of(field.split("[,;\\s]+")).filter(code -> !code.isBlank()).distinct().toList();
  }

  private Invoice invoice(JsonNode row) {
    boolean cancelled = Json.option(row, "status").equals(CANCELLED);
    return new Invoice(
        Json.text(row, "number", ""),
        day(row, "invoiceDate"),
        Json.date(row, "dueDate"),
        Json.text(row, "currencyCode", ""),
        amount(row),
        cancelled ? BigDecimal.ZERO : Json.number(row, "remainingAmount"),
        cancelled,
        file(OrderParts.INVOICES, row));
  }

  private CreditMemo memo(JsonNode row) {
    return new CreditMemo(
        Json.text(row, "number", ""),
        Json.text(row, "invoiceNumber"),
        day(row, "creditMemoDate"),
        Json.text(row, "currencyCode", ""),
        amount(row),
        file(OrderParts.CREDIT_MEMOS, row));
  }

  /** Those that correct one of its invoices; or name none, but its reference and its customer. */
  private List<JsonNode> memos(List<JsonNode> documents) {
    Set<String> numbers =
        documents.stream().map(row -> Json.text(row, "number", "")).collect(Collectors.toSet());
    Set<String> marks = documents.stream().map(this::mark).collect(Collectors.toSet());
    return parts.memos().stream()
        .filter(
            memo -> {
              String invoice = Json.text(memo, "invoiceNumber");
              return invoice == null
                  ? Json.text(memo, referenceField) != null && marks.contains(mark(memo))
                  : numbers.contains(invoice);
            })
        .toList();
  }

  private String mark(JsonNode document) {
    return OrderReference.order(Json.text(document, referenceField, ""))
        + "\n"
        + Json.text(document, "customerNumber", "");
  }

  private @Nullable String file(String set, JsonNode row) {
    String id = Json.text(row, "id");
    return id != null && company.model().has(set, "pdfDocument")
        ? FileReferences.pdf(set, id)
        : null;
  }

  private static Amount amount(JsonNode row) {
    return Amount.ofGross(
        Json.number(row, "totalAmountIncludingTax"), Json.number(row, "totalTaxAmount"));
  }

  private static LocalDate day(JsonNode row, String field) {
    LocalDate day = Json.date(row, field);
    LocalDate posted = day == null ? Json.date(row, "postingDate") : day;
    return posted == null
        ? LocalDate.ofInstant(Json.instant(row, "lastModifiedDateTime"), ZoneOffset.UTC)
        : posted;
  }
}
