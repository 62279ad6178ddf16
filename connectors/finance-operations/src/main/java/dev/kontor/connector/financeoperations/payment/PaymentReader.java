package dev.kontor.connector.financeoperations.payment;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EnteredPayment;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Payments by their reference, as lines of journals that are open or posted. */
public final class PaymentReader implements Reader {

  private final FnoApi api;
  private final Journals journals;

  public PaymentReader(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.journals = new Journals(settings, api);
  }

  /** What the line of a payment of that reference bears in {@code PaymentReference}. */
  public static String key(String reference) {
    return Journals.key(reference);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> fetch(List.of(id.id()));
      case Identity.ExternalReference reference -> fetch(List.of(reference.value()));
      case Identity.Match _ -> throw unsupported("found by match key");
    };
  }

  @Override
  public List<Document> fetch(List<String> references) {
    Map<String, String> byKey = new HashMap<>();
    references.forEach(reference -> byKey.put(Journals.key(reference), reference));
    List<JsonNode> lines = journals.lines(List.copyOf(byKey.keySet()));
    Set<String> posted = posted(lines);
    return lines.stream().map(line -> document(line, byKey, posted)).toList();
  }

  /** Numbers of the journals that people have posted. */
  private Set<String> posted(List<JsonNode> lines) {
    List<String> batches = lines.stream().map(line -> Row.text(line, Journals.BATCH)).toList();
    return api.rowsOf(Journals.HEADERS, Journals.BATCH, batches, List.of()).stream()
        .filter(Journals::isPosted)
        .map(row -> Row.text(row, Journals.BATCH))
        .collect(Collectors.toSet());
  }

  private static Document document(JsonNode line, Map<String, String> byKey, Set<String> posted) {
    String reference = byKey.getOrDefault(Row.text(line, Journals.REFERENCE), "");
    String invoice = Row.text(line, "MarkedInvoice");
    EnteredPayment payment =
        new EnteredPayment(
            reference,
            posted.contains(Row.text(line, Journals.BATCH)),
            Row.number(line, "CreditAmount").subtract(Row.number(line, "DebitAmount")),
            invoice.isEmpty() ? null : invoice);
    return new Document(
        EntityType.PAYMENT,
        reference,
        reference,
        FnoApi.etag(line),
        Row.instant(line, "TransactionDate"),
        false,
        ModelJson.tree(payment));
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw unsupported("followed");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw unsupported("listed");
  }

  private static FaultException unsupported(String what) {
    return new FaultException(new Fault.Unsupported("payments cannot be " + what));
  }
}
