package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds sales orders with their lines, also those of which only invoices are left. */
public final class OrderReader implements Reader {

  public static final String NUMBER = Headers.NUMBER;

  /** Field of an order's content with its lines. */
  public static final String LINES = OrderLines.IN;

  private final Headers headers;
  private final OrderLines lines;
  private final PostedOrders posted;

  public OrderReader(FnoSettings settings, FnoApi api) {
    this.headers = new Headers(settings, api);
    this.lines = new OrderLines(settings, api);
    this.posted = new PostedOrders(settings, api);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw unsupported("sales orders bear no time of change in Finance & Operations");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw unsupported("sales orders are not listed; they are found by number or reference");
  }

  private static FaultException unsupported(String message) {
    return new FaultException(new Fault.Unsupported(message));
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> numbered(id.id());
      case Identity.ExternalReference reference ->
          byReferences(List.of(reference.value())).getFirst();
      case Identity.Match _ -> throw unsupported("orders have no match key");
    };
  }

  private List<Document> numbered(String number) {
    List<JsonNode> found = headers.one(number).stream().toList();
    return found.isEmpty() ? posted.numbered(number) : documents(found);
  }

  /** Those of these orders that are there, or of which an invoice is left, by number. */
  public Map<String, Document> numbered(List<String> numbers) {
    Map<String, Document> found = new HashMap<>();
    documents(headers.numbered(numbers)).forEach(order -> found.put(order.id(), order));
    numbers.stream()
        .filter(number -> !found.containsKey(number))
        .flatMap(number -> posted.numbered(number).stream())
        .forEach(order -> found.putIfAbsent(order.id(), order));
    return found;
  }

  /** References only: whoever knows a number asks for it alone. */
  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    List<String> references = new ArrayList<>();
    for (Identity identity : identities) {
      if (!(identity instanceof Identity.ExternalReference reference)) {
        return Reader.super.findAll(identities);
      }
      references.add(reference.value());
    }
    return byReferences(references);
  }

  private List<List<Document>> byReferences(List<String> references) {
    List<JsonNode> found = headers.carrying(references);
    Map<String, Document> documents = new HashMap<>();
    documents(found).forEach(document -> documents.put(document.id(), document));
    return references.stream()
        .map(
            reference -> {
              List<Document> open =
                  found.stream()
                      .filter(row -> headers.reference(row).equalsIgnoreCase(reference))
                      .map(row -> documents.get(Row.text(row, Headers.NUMBER)))
                      .toList();
              return open.isEmpty() ? posted.carrying(reference) : open;
            })
        .toList();
  }

  private List<Document> documents(List<JsonNode> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, List<JsonNode>> byOrder =
        lines.of(found.stream().map(row -> Row.text(row, Headers.NUMBER)).toList()).stream()
            .collect(Collectors.groupingBy(line -> Row.text(line, OrderLines.ORDER)));
    return found.stream()
        .map(row -> document(row, byOrder.getOrDefault(Row.text(row, Headers.NUMBER), List.of())))
        .toList();
  }

  private static Document document(JsonNode header, List<JsonNode> lines) {
    String number = Row.text(header, Headers.NUMBER);
    ObjectNode content = header.deepCopy().asObject();
    content.putArray(OrderLines.IN).addAll(lines);
    return new Document(
        EntityType.ORDER,
        number,
        number,
        version(header, lines),
        Row.instant(header, "OrderCreationDateTime"),
        false,
        content);
  }

  /** A header's etag says nothing of its lines. */
  private static String version(JsonNode header, List<JsonNode> lines) {
    String all =
        FnoApi.etag(header)
            + lines.stream().map(FnoApi::etag).sorted().collect(Collectors.joining());
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
