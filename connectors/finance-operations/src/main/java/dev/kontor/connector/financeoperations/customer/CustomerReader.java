package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds customers by account, VAT id or e-mail. They bear no time of change. */
public final class CustomerReader implements Reader {

  static final String SET = "CustomersV3";
  static final String ACCOUNT = "CustomerAccount";
  static final String EMAIL = "PrimaryContactEmail";

  private static final String BY_VAT = "vat:";
  private static final String BY_EMAIL = "email:";

  private final FnoApi api;
  private final String vatField;

  public CustomerReader(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.vatField = settings.vatField();
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw new FaultException(
        new Fault.Unsupported("customers bear no time of change in Finance & Operations"));
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id ->
          api.one(SET, ACCOUNT, id.id()).stream().map(this::document).toList();
      case Identity.Match match -> matching(match.key());
      case Identity.ExternalReference _ ->
          throw new FaultException(
              new Fault.Unsupported("customers carry no external reference; they are matched"));
    };
  }

  private List<Document> matching(String key) {
    List<JsonNode> rows =
        key.startsWith(BY_VAT)
            ? byVat(key.substring(BY_VAT.length()))
            : byEmail(
                Optional.of(key)
                    .filter(k -> k.startsWith(BY_EMAIL))
                    .map(k -> k.substring(BY_EMAIL.length()))
                    .orElseThrow(CustomerReader::noKey));
    Map<String, JsonNode> byAccount = new LinkedHashMap<>();
    rows.forEach(row -> byAccount.put(Row.text(row, ACCOUNT), row));
    return byAccount.values().stream().map(this::document).toList();
  }

  private static FaultException noKey() {
    return new FaultException(
        new Fault.Unsupported("customers are matched by " + BY_VAT + " or " + BY_EMAIL + " only"));
  }

  /** As people write it, and compared again: an asterisk would fit anything. */
  private List<JsonNode> byVat(String vatId) {
    List<String> spellings =
        vatId.length() < 3
            ? List.of(vatId)
            : List.of(vatId, vatId.substring(0, 2) + " " + vatId.substring(2));
    return api.rowsOf(SET, vatField, spellings, List.of()).stream()
        .filter(row -> CustomerKey.vatId(Row.text(row, vatField)).equals(vatId))
        .toList();
  }

  private List<JsonNode> byEmail(String email) {
    return api.rowsOf(SET, EMAIL, List.of(email), List.of()).stream()
        .filter(row -> CustomerKey.email(Row.text(row, EMAIL)).equals(email))
        .toList();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    String after = from == null ? "" : from.value();
    List<JsonNode> rows = api.after(SET, ACCOUNT, after, limit, List.of(FnoApi.COMPANY, ACCOUNT));
    List<Document> keys = rows.stream().map(this::document).map(CustomerReader::thin).toList();
    String last = rows.isEmpty() ? after : Row.text(rows.getLast(), ACCOUNT);
    return new Page(keys, new Cursor(last), rows.size() == limit);
  }

  private static Document thin(Document full) {
    return new Document(
        full.type(), full.id(), full.number(), full.version(), full.changedAt(), false, null);
  }

  private Document document(JsonNode row) {
    String account = Row.text(row, ACCOUNT);
    return new Document(
        EntityType.CUSTOMER, account, account, FnoApi.etag(row), Instant.EPOCH, false, row);
  }
}
