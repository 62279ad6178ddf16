package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Named;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Headers and lines of sales quotations. Those of the hub bear the shop's number of the quote
 * behind a prefix: sellers use the field for buyers' own numbers.
 */
final class Quotations {

  static final String NUMBER = "SalesQuotationNumber";
  static final String STATUS = "SalesQuotationStatus";

  /** Field of a quotation's content with its lines. */
  static final String IN = "SalesQuotationLines";

  static final String PIECES = "RequestedSalesQuantity";
  static final String ARTICLE = "ExternalItemNumber";

  private static final String HEADERS = "SalesQuotationHeadersV2";
  private static final String LINES = "SalesQuotationLines";
  private static final String KEY = "InventoryLotId";

  private final FnoApi api;
  private final String field;
  private final String prefix;

  Quotations(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.field = settings.text("quoteReference", "CustomersReference");
    this.prefix = settings.text("quotePrefix", "WEBQ-");
  }

  /** The shop's number of the quote a header is about; empty if it is none of the hub's. */
  Optional<String> quote(JsonNode header) {
    String reference = Row.text(header, field);
    return reference.length() > prefix.length()
            && reference.regionMatches(true, 0, prefix, 0, prefix.length())
        ? Optional.of(reference.substring(prefix.length()))
        : Optional.empty();
  }

  /** All of the hub; an asterisk stands for anything in a search. */
  List<JsonNode> ofHub() {
    return api.rows(HEADERS, FnoApi.equal(field, prefix + "*"), List.of()).stream()
        .filter(row -> quote(row).isPresent())
        .toList();
  }

  /** By the shop's number; compared again, as it may hold an asterisk. */
  List<JsonNode> about(String quote) {
    return api.rowsOf(HEADERS, field, List.of(prefix + quote), List.of()).stream()
        .filter(row -> quote(row).filter(quote::equalsIgnoreCase).isPresent())
        .toList();
  }

  List<JsonNode> numbered(List<String> numbers) {
    return api.rowsOf(HEADERS, NUMBER, numbers, List.of()).stream()
        .filter(row -> numbers.contains(Row.text(row, NUMBER)))
        .toList();
  }

  Optional<JsonNode> one(String number) {
    return api.one(HEADERS, NUMBER, number);
  }

  /** In the order they were entered, by quotation. */
  Map<String, List<JsonNode>> lines(List<JsonNode> headers) {
    List<String> numbers = headers.stream().map(row -> Row.text(row, NUMBER)).toList();
    return api.rowsOf(LINES, NUMBER, numbers, List.of()).stream()
        .sorted(Comparator.comparing(row -> Row.number(row, "LineCreationSequenceNumber")))
        .collect(Collectors.groupingBy(row -> Row.text(row, NUMBER)));
  }

  List<JsonNode> lines(String number) {
    return lines(List.of(header(number))).getOrDefault(number, List.of());
  }

  private static JsonNode header(String number) {
    return ModelJson.mapper().createObjectNode().put(NUMBER, number);
  }

  /**
   * @throws FaultException the refusal, with the field it is about; also if the reference was cut
   */
  JsonNode begin(JsonNode content, String quote) {
    ObjectNode fields = content.deepCopy().asObject();
    fields.remove(List.of(IN, QuotePreparation.STATE));
    fields.put(field, prefix + quote);
    return created(HEADERS, fields);
  }

  /**
   * @throws FaultException {@link Fault.Invalid} if the reference would not be found again
   */
  void keeps(JsonNode header, String quote) {
    if (header.has(field) && quote(header).filter(quote::equals).isEmpty()) {
      throw new FaultException(
          new Fault.Invalid(
              field,
              "keeps only "
                  + Row.text(header, field)
                  + " of the quote's reference; shorten setting quotePrefix",
              null));
    }
  }

  void enter(String number, JsonNode line) {
    ObjectNode body = line.deepCopy().asObject();
    body.put(NUMBER, number);
    created(LINES, body);
  }

  private JsonNode created(String set, ObjectNode fields) {
    try {
      return api.create(set, fields);
    } catch (FaultException e) {
      throw new FaultException(Named.in(e.fault(), fields));
    }
  }

  void pieces(JsonNode there, JsonNode wanted) {
    ObjectNode change = ModelJson.mapper().createObjectNode();
    change.set(PIECES, wanted.path(PIECES));
    api.change(LINES, KEY, there, change);
  }

  void remove(JsonNode line) {
    api.delete(LINES, KEY, line);
  }

  /** With its lines. */
  void takeBack(JsonNode header) {
    String number = Row.text(header, NUMBER);
    api.delete(HEADERS, NUMBER, one(number).orElse(header));
  }
}
