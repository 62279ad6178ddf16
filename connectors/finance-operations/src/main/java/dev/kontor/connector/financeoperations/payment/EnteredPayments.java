package dev.kontor.connector.financeoperations.payment;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EnteredPayment;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Payments by their reference, as lines of journals that are open or posted. */
public final class EnteredPayments {

  private final FnoApi api;
  private final Journals journals;

  public EnteredPayments(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.journals = new Journals(settings, api);
  }

  /** What the line of a payment of that reference bears in {@code PaymentReference}. */
  public static String key(String reference) {
    return Journals.key(reference);
  }

  /** Those that bear one of these references. */
  public List<Document> of(List<String> references) {
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
}
