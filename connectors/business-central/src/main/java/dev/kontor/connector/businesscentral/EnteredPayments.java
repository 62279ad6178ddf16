package dev.kontor.connector.businesscentral;

import dev.kontor.model.EnteredPayment;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Payments by their reference: open ones are lines that bear it, posted ones entries of the ledger
 * with the document number it gives (api-v2.json: no page shows customer ledger entries).
 */
final class EnteredPayments {

  private final Company company;
  private final PaymentJournals journals;

  EnteredPayments(Company company, PaymentJournals journals) {
    this.company = company;
    this.journals = journals;
  }

  /** Lines are asked first: one that is posted meanwhile shows twice, never not at all. */
  List<Document> of(List<String> references) {
    Map<String, String> byKey = new HashMap<>();
    references.forEach(
        reference -> {
          byKey.put(Codes.upper(reference), reference);
          byKey.put(PaymentJournals.documentNumber(reference), reference);
        });
    List<Document> found = new ArrayList<>();
    Map<String, List<JsonNode>> posted = new LinkedHashMap<>();
    List<Wanted> wanted =
        new ArrayList<>(
            journals.lines(
                PaymentJournals.REFERENCE,
                references,
                lines -> lines.forEach(line -> found.add(line(line, byKey)))));
    wanted.addAll(
        PaymentJournals.entries(
            references.stream().map(PaymentJournals::documentNumber).toList(),
            entries ->
                entries.forEach(
                    entry ->
                        posted
                            .computeIfAbsent(
                                reference(entry, PaymentJournals.NUMBER, byKey),
                                r -> new ArrayList<>())
                            .add(entry))));
    Wanted.read(company, wanted);
    posted.forEach((reference, entries) -> found.add(posted(reference, entries)));
    return found;
  }

  private static String reference(JsonNode row, String field, Map<String, String> byKey) {
    String key = Codes.of(row, field);
    return byKey.getOrDefault(key, key);
  }

  private static Document line(JsonNode line, Map<String, String> byKey) {
    return document(
        line,
        new EnteredPayment(
            reference(line, PaymentJournals.REFERENCE, byKey),
            false,
            Json.number(line, "amount").negate(),
            PaymentJournals.invoice(line)));
  }

  /** What the accounts were credited with; a reversed payment comes to nothing. */
  private static Document posted(String reference, List<JsonNode> entries) {
    Map<String, BigDecimal> byAccount = new HashMap<>();
    entries.forEach(
        entry ->
            byAccount.merge(
                Json.text(entry, "accountNumber", ""),
                Json.number(entry, "creditAmount").subtract(Json.number(entry, "debitAmount")),
                BigDecimal::add));
    BigDecimal credited =
        byAccount.values().stream()
            .filter(net -> net.signum() > 0)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return document(entries.getLast(), new EnteredPayment(reference, true, credited, null));
  }

  private static Document document(JsonNode row, EnteredPayment payment) {
    return new Document(
        EntityType.PAYMENT,
        payment.reference(),
        payment.reference(),
        Documents.version(row),
        Json.instant(row, "lastModifiedDateTime"),
        false,
        ModelJson.tree(payment));
  }
}
