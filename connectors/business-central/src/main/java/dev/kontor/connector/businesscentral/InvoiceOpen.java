package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.model.OrderPayment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How much of a posted invoice is neither paid nor about to be, by what stands in the journals. */
final class InvoiceOpen {

  private static final String NUMBER = "number";
  private static final String REMAINING = "remainingAmount";

  private final Company company;
  private final PaymentJournals journals;
  private final String referenceField;

  InvoiceOpen(Configuration configuration, Company company, PaymentJournals journals) {
    this.company = company;
    this.journals = journals;
    this.referenceField = configuration.referenceField();
  }

  /**
   * @param currency of the customer the invoice is billed to
   * @param owed what the invoice asks beyond what others paid
   * @param inJournals what others are about to pay
   * @param isThere whether this payment itself is among them
   */
  record Found(String currency, BigDecimal owed, BigDecimal inJournals, boolean isThere) {

    /** With its remedy; empty if the payment fits. */
    String problem(BigDecimal amount) {
      boolean fits = amount.compareTo(owed.subtract(inJournals)) <= 0;
      return fits || isThere
          ? ""
          : "leaves "
              + owed.toPlainString()
              + " to pay, "
              + inJournals.toPlainString()
              + " of it stands in the journal: a payment of "
              + amount.toPlainString()
              + " would be too much; compare shop, journal and customer ledger, enter what is"
              + " missing by hand, then discard this message";
    }
  }

  Found of(JsonNode invoice, OrderPayment paid) {
    String customer = Json.text(invoice, "billToCustomerNumber", "");
    List<JsonNode> customers = new ArrayList<>();
    List<JsonNode> lines = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    wanted.addAll(
        Wanted.byTexts(
            ODataQuery.of("customers").select(List.of("id", NUMBER, "currencyCode")),
            NUMBER,
            List.of(customer),
            customers::addAll));
    wanted.addAll(journals.lines("customerNumber", List.of(customer), lines::addAll));
    Wanted.read(company, wanted);
    String currency = Json.first(customers.stream(), "currencyCode").orElse("");
    String number = Json.text(invoice, NUMBER, "");
    BigDecimal others =
        lines.stream()
            .filter(line -> number.equals(PaymentJournals.invoice(line)))
            .filter(line -> !isOwn(line, paid))
            .map(line -> Json.number(line, "amount").negate())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean inJournal = lines.stream().anyMatch(line -> isOwn(line, paid));
    BigDecimal remaining = Json.number(invoice, REMAINING);
    BigDecimal amount = paid.capture().amount();
    if (inJournal || (amount != null && amount.compareTo(remaining.subtract(others)) <= 0)) {
      return new Found(currency, remaining, others, inJournal);
    }
    return moreThanLeft(invoice, paid, currency, others);
  }

  /** What was credited closes an invoice too, but was not paid; and this payment may be posted. */
  private Found moreThanLeft(
      JsonNode invoice, OrderPayment paid, String currency, BigDecimal others) {
    List<JsonNode> memos = new ArrayList<>();
    List<JsonNode> entries = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    wanted.addAll(
        Wanted.byTexts(
            ODataQuery.of(OrderParts.CREDIT_MEMOS),
            "invoiceNumber",
            List.of(Json.text(invoice, NUMBER, "")),
            memos::addAll));
    String reference = OrderPayment.reference(Json.text(invoice, referenceField, ""), paid.id());
    wanted.addAll(
        PaymentJournals.entries(
            List.of(PaymentJournals.documentNumber(reference)), entries::addAll));
    Wanted.read(company, wanted);
    BigDecimal credited =
        memos.stream()
            .filter(OrderParts::isPosted)
            .map(memo -> Json.number(memo, "totalAmountIncludingTax"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Found(
        currency, Json.number(invoice, REMAINING).add(credited), others, !entries.isEmpty());
  }

  /** The order's part of the reference is the invoice's, which a person may have changed. */
  private static boolean isOwn(JsonNode line, OrderPayment paid) {
    return Codes.of(line, PaymentJournals.REFERENCE)
        .endsWith(OrderPayment.reference("", paid.id()));
  }
}
