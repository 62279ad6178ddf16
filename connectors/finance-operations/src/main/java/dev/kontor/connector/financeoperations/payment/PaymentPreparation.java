package dev.kontor.connector.financeoperations.payment;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.CapturedAmount;
import dev.kontor.kit.Preparation;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes a mapped payment: its journal, the customer, the invoice it settles. It is held where
 * it would be more than the order's invoices ask.
 */
final class PaymentPreparation {

  /** Name of the journal; not sent as such. */
  static final String JOURNAL = "journal";

  private static final String ORDER = "SalesOrderNumber";
  private static final String DATE = "TransactionDate";
  private static final String MARKED = "MarkedInvoice";

  /** Tells the payments of one order apart. */
  private static final String OWN = "PaymentId";

  private final FnoApi api;
  private final Journals journals;
  private final Invoiced invoices;

  PaymentPreparation(FnoSettings settings, FnoApi api, Journals journals) {
    this.api = api;
    this.journals = journals;
    this.invoices = new Invoiced(settings, api);
  }

  Prepared prepare(JsonNode mapped, JsonNode model) {
    return Preparation.of(
        () -> complete(mapped, ModelJson.mapper().treeToValue(model, OrderPayment.class)));
  }

  private Prepared complete(JsonNode mapped, OrderPayment paid) {
    BigDecimal amount = CapturedAmount.of(paid);
    String journal = journals.nameFor(paid.payment().method());
    String order = Row.text(mapped, ORDER);
    List<JsonNode> posted = invoices.of(order, paid.order().number());
    sameCurrency(posted, paid);
    String own = OrderPayment.reference("", paid.id());
    BigDecimal others = others(order, posted, paid);
    BigDecimal owed = Invoiced.total(posted);
    if (amount.compareTo(owed.subtract(others)) > 0) {
      if (invoices.isOpen(order)) {
        throw Invoiced.missing(order, "is invoiced in part only");
      }
      throw tooMuch(posted, owed, others, amount);
    }
    List<String> notes = new ArrayList<>();
    ObjectNode line = mapped.deepCopy().asObject();
    line.remove(ORDER);
    line.properties().removeIf(field -> field.getValue().isNull());
    line.put(JOURNAL, journal)
        .put(DATE, Row.noon(LocalDate.parse(Row.text(mapped, DATE))))
        .put("AccountType", "Cust")
        .put("AccountDisplayValue", Row.text(posted.getFirst(), "InvoiceCustomerAccountNumber"))
        .put("CurrencyCode", paid.order().currency())
        .put("CreditAmount", amount)
        .put(OWN, own);
    settle(line, posted, amount, notes);
    return new Prepared.Ready(line, notes);
  }

  /** Invoices are in their order's currency, which a person may have changed there. */
  private static void sameCurrency(List<JsonNode> posted, OrderPayment paid) {
    for (JsonNode invoice : posted) {
      String currency = Row.text(invoice, "CurrencyCode");
      if (!currency.equalsIgnoreCase(paid.order().currency())) {
        throw invalid(
            "is in "
                + paid.order().currency()
                + ", and invoice "
                + Row.text(invoice, Invoiced.NUMBER)
                + " in "
                + currency);
      }
    }
  }

  /** What other lines, open and posted, pay of these invoices or enter of the order's money. */
  private BigDecimal others(String order, List<JsonNode> posted, OrderPayment paid) {
    String reference = invoices.reference(order, posted);
    Map<String, JsonNode> found = new LinkedHashMap<>();
    api.rowsOf(Journals.LINES, MARKED, numbers(posted), List.of()).stream()
        .filter(line -> numbers(posted).contains(Row.text(line, MARKED)))
        .forEach(line -> found.put(Journals.line(line), line));
    journals
        .lines(reference.isEmpty() ? List.of() : keys(reference, paid.order()))
        .forEach(line -> found.put(Journals.line(line), line));
    String own = OrderPayment.reference("", paid.id());
    return found.values().stream()
        .filter(line -> !Row.text(line, OWN).equals(own))
        .map(line -> Row.number(line, "CreditAmount").subtract(Row.number(line, "DebitAmount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of all the order's captures: a line that settles no invoice is known by its key only. */
  private static List<String> keys(String reference, Order order) {
    return order.payments().stream()
        .flatMap(
            payment ->
                payment.captures().stream()
                    .map(capture -> new OrderPayment(order, payment, capture).id()))
        .map(id -> Journals.key(OrderPayment.reference(reference, id)))
        .toList();
  }

  private static void settle(
      ObjectNode line, List<JsonNode> posted, BigDecimal amount, List<String> notes) {
    List<JsonNode> large =
        posted.size() == 1
            ? posted
            : posted.stream()
                .filter(row -> Row.number(row, Invoiced.TOTAL).compareTo(amount) >= 0)
                .toList();
    if (large.size() == 1) {
      line.put(MARKED, Row.text(large.getFirst(), Invoiced.NUMBER));
    } else {
      notes.add(
          "the order has "
              + posted.size()
              + " invoices ("
              + String.join(", ", numbers(posted))
              + "), so the payment settles none by itself; settle it by hand");
    }
  }

  private static List<String> numbers(List<JsonNode> invoices) {
    return invoices.stream().map(row -> Row.text(row, Invoiced.NUMBER)).toList();
  }

  private static FaultException tooMuch(
      List<JsonNode> posted, BigDecimal owed, BigDecimal others, BigDecimal amount) {
    return invalid(
        "of "
            + amount.toPlainString()
            + " would be too much: what was invoiced ("
            + String.join(", ", numbers(posted))
            + ") comes to "
            + owed.toPlainString()
            + ", and payments of "
            + others.toPlainString()
            + " settle it already");
  }

  private static FaultException invalid(String problem) {
    return new FaultException(
        new Fault.Invalid(
            "payment",
            problem
                + "; compare shop, journals and customer transactions, enter what is missing by"
                + " hand, then discard this message",
            null));
  }
}
