package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.Snapshot;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Quote;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the quotations of the hub, and tells which are answered. They bear no time of change, and
 * one expires without being touched, so every poll reads all of them.
 */
public final class QuoteReader implements Reader {

  private final FnoApi api;
  private final Quotations quotations;
  private final Offers offers;

  public QuoteReader(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.quotations = new Quotations(settings, api);
    this.offers = new Offers(settings, api.clock());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Map<String, Document> answered = answered();
    return snapshot(answered).changes(from, limit, id -> thin(answered, id));
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    Map<String, Document> answered = answered();
    return snapshot(answered).keys(from, limit, id -> thin(answered, id));
  }

  private Map<String, Document> answered() {
    return documents(quotations.ofHub(), QuoteStates::isAnswer).stream()
        .collect(Collectors.toMap(Document::id, Function.identity()));
  }

  private static Snapshot snapshot(Map<String, Document> documents) {
    TreeMap<String, String> versions = new TreeMap<>();
    documents.forEach((id, document) -> versions.put(id, document.version()));
    return new Snapshot(versions);
  }

  private static Document thin(Map<String, Document> documents, String id) {
    Document full = Objects.requireNonNull(documents.get(id));
    return new Document(
        full.type(), full.id(), full.number(), full.version(), full.changedAt(), false, null);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> fetch(List.of(id.id()));
      case Identity.ExternalReference reference ->
          documents(quotations.about(reference.value()), state -> true);
      case Identity.Match _ ->
          throw new FaultException(new Fault.Unsupported("quotes have no match key"));
    };
  }

  @Override
  public List<Document> fetch(List<String> numbers) {
    return documents(
        quotations.numbered(numbers).stream()
            .filter(row -> quotations.quote(row).isPresent())
            .toList(),
        state -> true);
  }

  private List<Document> documents(List<JsonNode> headers, Predicate<Quote.State> such) {
    Instant now = api.clock().instant();
    List<JsonNode> some =
        headers.stream().filter(header -> such.test(offers.state(header))).toList();
    if (some.isEmpty()) {
      return List.of();
    }
    Map<String, List<JsonNode>> lines = quotations.lines(some);
    return some.stream()
        .map(
            header -> {
              String number = Row.text(header, Quotations.NUMBER);
              String quote = quotations.quote(header).orElseThrow();
              return document(
                  offers.quote(header, quote, lines.getOrDefault(number, List.of())), number, now);
            })
        .toList();
  }

  private static Document document(Quote quote, String number, Instant now) {
    JsonNode content = ModelJson.tree(quote);
    byte[] told = content.toString().getBytes(StandardCharsets.UTF_8);
    String version = UUID.nameUUIDFromBytes(told).toString();
    return new Document(EntityType.QUOTE, number, quote.number(), version, now, false, content);
  }
}
