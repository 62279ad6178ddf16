package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.Snapshots;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds customers by account, VAT id or e-mail, and tells which changed. They bear no time of
 * change, so every poll reads the versions of all.
 */
public final class CustomerReader implements Reader {

  private static final String EMAIL = "PrimaryContactEmail";
  private static final String BY_VAT = "vat:";
  private static final String BY_EMAIL = "email:";

  private final FnoApi api;
  private final CustomerFile file;
  private final String vatField;
  private final Snapshots snapshots;

  public CustomerReader(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.file = new CustomerFile(settings, api);
    this.vatField = settings.vatField();
    this.snapshots = new Snapshots(api.clock(), file::versions);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Snapshots.Taken seen = snapshots.changes(from);
    return seen.snapshot().changes(from, limit, account -> thin(account, seen));
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    Snapshots.Taken seen = snapshots.keys(from);
    return seen.snapshot().keys(from, limit, account -> thin(account, seen));
  }

  private static Document thin(String account, Snapshots.Taken seen) {
    return new Document(
        EntityType.CUSTOMER, account, account, seen.version(account), seen.began(), false, null);
  }

  @Override
  public List<Document> fetch(List<String> accounts) {
    return file.fetch(accounts);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> fetch(List.of(id.id()));
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
    rows.forEach(row -> byAccount.put(Row.text(row, CustomerFile.ACCOUNT), row));
    return file.documents(List.copyOf(byAccount.values()));
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
    return api.rowsOf(CustomerFile.SET, vatField, spellings, List.of()).stream()
        .filter(row -> CustomerKey.vatId(Row.text(row, vatField)).equals(vatId))
        .toList();
  }

  private List<JsonNode> byEmail(String email) {
    return api.rowsOf(CustomerFile.SET, EMAIL, List.of(email), List.of()).stream()
        .filter(row -> CustomerKey.email(Row.text(row, EMAIL)).equals(email))
        .toList();
  }
}
