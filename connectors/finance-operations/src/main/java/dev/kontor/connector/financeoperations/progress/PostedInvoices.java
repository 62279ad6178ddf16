package dev.kontor.connector.financeoperations.progress;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Amount;
import dev.kontor.model.CreditMemo;
import dev.kontor.model.Invoice;
import dev.kontor.model.OrderReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Invoices and credit notes of some orders. A credit note is an invoice below zero: of the order
 * itself, or of an order that credits it, which bears its reference (finance-operations/contract.md
 * §8).
 */
final class PostedInvoices {

  private static final String SET = "SalesInvoiceHeadersV2";
  private static final String ORDER = "SalesOrderNumber";
  private static final String REFERENCE = "CustomersOrderReference";
  private static final String NUMBER = "InvoiceNumber";

  private final List<JsonNode> rows;
  private final List<JsonNode> credits;
  private final Map<String, JsonNode> owed = new HashMap<>();

  /**
   * @param references that the orders bear
   */
  PostedInvoices(FnoSettings settings, FnoApi api, List<String> orders, List<String> references) {
    this.rows = api.rowsOf(SET, ORDER, orders, List.of());
    boolean borne = settings.referenceField().equals(REFERENCE) && !references.isEmpty();
    this.credits =
        borne
            ? api.rowsOf(
                SET,
                REFERENCE,
                references.stream().map(r -> OrderReference.begin(r) + "*").toList(),
                List.of())
            : List.of();
    List<String> numbers = rows.stream().map(row -> Row.text(row, NUMBER)).toList();
    String transactions = settings.text("balances", "CustTransactions");
    if (!numbers.isEmpty() && !transactions.equals("none")) {
      api.rowsOf(transactions, "Invoice", numbers, List.of())
          .forEach(row -> owed.put(Row.text(row, "Invoice"), row));
    }
  }

  /** Oldest first. */
  List<Invoice> of(String order) {
    return sorted(
        rows.stream()
            .filter(row -> Row.text(row, ORDER).equals(order))
            .filter(row -> gross(row).signum() > 0)
            .map(this::invoice),
        Comparator.comparing(Invoice::issuedOn).thenComparing(Invoice::number));
  }

  /**
   * Oldest first.
   *
   * @param reference of the order, blank if it bears none
   */
  List<CreditMemo> creditsOf(String order, String reference) {
    List<JsonNode> all = new ArrayList<>(rows);
    all.removeIf(row -> !Row.text(row, ORDER).equals(order));
    credits.stream()
        .filter(row -> isOf(row, reference))
        .filter(row -> !Row.text(row, ORDER).equals(order))
        .forEach(all::add);
    return sorted(
        all.stream().filter(row -> gross(row).signum() < 0).map(PostedInvoices::memo),
        Comparator.comparing(CreditMemo::issuedOn).thenComparing(CreditMemo::number));
  }

  private static boolean isOf(JsonNode row, String reference) {
    return !reference.isEmpty()
        && OrderReference.order(Row.text(row, REFERENCE)).equalsIgnoreCase(reference);
  }

  private static <T> List<T> sorted(Stream<T> documents, Comparator<T> by) {
    return documents.sorted(by).toList();
  }

  private static BigDecimal gross(JsonNode row) {
    return Row.number(row, "TotalInvoiceAmount");
  }

  private static Amount amount(JsonNode row) {
    return Amount.ofGross(gross(row), Row.number(row, "TotalTaxAmount"));
  }

  private static LocalDate day(JsonNode row) {
    return Objects.requireNonNullElse(Row.day(row, "InvoiceDate"), LocalDate.EPOCH);
  }

  private Invoice invoice(JsonNode row) {
    JsonNode transaction = owed.get(Row.text(row, NUMBER));
    return new Invoice(
        Row.text(row, NUMBER),
        day(row),
        due(transaction),
        Row.text(row, "CurrencyCode"),
        amount(row),
        transaction == null
            ? gross(row)
            : Row.number(transaction, "AmountCur")
                .subtract(Row.number(transaction, "SettleAmountCur")),
        false,
        null);
  }

  private static @Nullable LocalDate due(@Nullable JsonNode transaction) {
    return transaction == null ? null : Row.day(transaction, "DueDate");
  }

  private static CreditMemo memo(JsonNode row) {
    return new CreditMemo(
        Row.text(row, NUMBER),
        null,
        day(row),
        Row.text(row, "CurrencyCode"),
        amount(row).negated(),
        null);
  }
}
