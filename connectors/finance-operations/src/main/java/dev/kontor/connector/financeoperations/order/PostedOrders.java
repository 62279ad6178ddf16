package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Orders that are gone, by the invoices that bear their number: some companies delete them then.
 */
final class PostedOrders {

  private static final String SET = "SalesInvoiceHeadersV2";
  private static final String REFERENCE = "CustomersOrderReference";

  private final FnoApi api;
  private final boolean referenced;

  PostedOrders(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.referenced = REFERENCE.equals(settings.referenceField());
  }

  boolean isInvoiced(String number) {
    return !rows(Headers.NUMBER, number).isEmpty();
  }

  /** Invoices of an order, without what was credited of it. */
  List<JsonNode> invoices(String number) {
    return rows(Headers.NUMBER, number).stream()
        .filter(row -> Row.number(row, "TotalInvoiceAmount").signum() > 0)
        .toList();
  }

  /** That the order bore; blank if its invoices do not. */
  static String reference(List<JsonNode> invoices) {
    return invoices.stream()
        .map(row -> Row.text(row, REFERENCE))
        .filter(reference -> !reference.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** By number, each once. */
  List<Document> numbered(String number) {
    return documents(rows(Headers.NUMBER, number));
  }

  /** By the hub's reference, each once; none where invoices do not bear it. */
  List<Document> carrying(String reference) {
    return referenced ? documents(rows(REFERENCE, reference)) : List.of();
  }

  private List<JsonNode> rows(String field, String value) {
    return api.rowsOf(SET, field, List.of(value), List.of()).stream()
        .filter(row -> Row.text(row, field).equalsIgnoreCase(value))
        .filter(row -> !Row.text(row, Headers.NUMBER).isEmpty())
        .toList();
  }

  private static List<Document> documents(List<JsonNode> invoices) {
    return invoices.stream()
        .map(row -> Row.text(row, Headers.NUMBER))
        .distinct()
        .map(number -> document(number, invoices))
        .toList();
  }

  private static Document document(String number, List<JsonNode> invoices) {
    JsonNode invoice =
        invoices.stream()
            .filter(row -> Row.text(row, Headers.NUMBER).equals(number))
            .findFirst()
            .orElseThrow();
    return new Document(
        EntityType.ORDER,
        number,
        number,
        FnoApi.etag(invoice),
        Row.instant(invoice, "InvoiceDate"),
        false,
        invoice);
  }
}
