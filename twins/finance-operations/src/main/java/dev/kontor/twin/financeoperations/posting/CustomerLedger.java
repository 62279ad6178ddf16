package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.sales.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Transactions of customers: invoices, credit notes and payments, and what settles what. */
final class CustomerLedger {
  static final String SOURCE = "CustTransactions";
  private final Erp erp;

  CustomerLedger(Erp erp) {
    this.erp = erp;
  }

  void invoice(ObjectNode order, ObjectNode invoice) {
    String company = text(invoice, "dataAreaId");
    ObjectNode row =
        blank(company, text(invoice, "CurrencyCode"), number(invoice, "TotalInvoiceAmount"))
            .put("AccountNum", text(invoice, "InvoiceCustomerAccountNumber"))
            .put("OrderAccount", text(order, "OrderingCustomerAccountNumber"))
            .put("Invoice", text(invoice, "InvoiceNumber"))
            .put("Voucher", text(invoice, "LedgerVoucher"))
            .put("TransType", "Sales")
            .put("PaymTermId", text(invoice, "PaymentTermsName"))
            .put("Txt", text(invoice, "InvoiceNumber"));
    row.put("DueDate", Erp.day(due(company, text(invoice, "PaymentTermsName"))));
    erp.records().put(SOURCE, row);
  }

  private LocalDate due(String company, String terms) {
    return erp.records()
        .find(company, "PaymentTerms", terms)
        .map(
            t ->
                erp.today(company)
                    .plusMonths(t.path("NumberOfMonths").asInt())
                    .plusDays(t.path("NumberOfDays").asInt()))
        .orElseGet(() -> erp.today(company));
  }

  /**
   * Money that came in (positive amount) or went out.
   *
   * @param line of a payment journal
   */
  void payment(ObjectNode line, BigDecimal amount) {
    String company = text(line, "dataAreaId");
    String marked = text(line, "MarkedInvoice");
    ObjectNode row =
        blank(company, text(line, "CurrencyCode"), amount.negate())
            .put("AccountNum", text(line, "AccountDisplayValue"))
            .put("Voucher", text(line, "Voucher"))
            .put("TransType", "Payment")
            .put("PaymReference", text(line, "PaymentReference"))
            .put("PaymMode", text(line, "PaymentMethodName"))
            .put("PaymId", text(line, "PaymentId"))
            .put("Txt", text(line, "TransactionText"));
    row.set("TransDate", line.path("TransactionDate"));
    find(company, marked).ifPresent(invoice -> settle(invoice, row));
    erp.records().put(SOURCE, row);
  }

  /** The transaction of an invoice. */
  Optional<ObjectNode> find(String company, String invoice) {
    return invoice.isEmpty()
        ? Optional.empty()
        : erp.records().where(company, SOURCE, "Invoice", invoice).stream().findFirst();
  }

  /** Settles as much of both as the smaller one leaves open. */
  private void settle(ObjectNode invoice, ObjectNode payment) {
    BigDecimal owed = open(invoice);
    BigDecimal paid = open(payment).negate();
    BigDecimal settled = owed.abs().min(paid.abs()).multiply(BigDecimal.valueOf(owed.signum()));
    if (owed.signum() == paid.signum()) {
      book(invoice, settled);
      book(payment, settled.negate());
      erp.records().put(SOURCE, invoice);
    }
  }

  private static BigDecimal open(ObjectNode row) {
    return number(row, "AmountCur").subtract(number(row, "SettleAmountCur"));
  }

  private void book(ObjectNode row, BigDecimal settled) {
    String company = text(row, "dataAreaId");
    row.put("SettleAmountCur", number(row, "SettleAmountCur").add(settled))
        .put(
            "SettleAmountMST",
            number(row, "SettleAmountMST")
                .add(own(erp.company(company), text(row, "CurrencyCode"), settled)))
        .put("LastSettleDate", Erp.day(erp.today(company)));
    if (open(row).signum() == 0) {
      row.put("Closed", Erp.day(erp.today(company)));
    }
  }

  private ObjectNode blank(String company, String currency, BigDecimal amount) {
    return erp.records()
        .blank(company, SOURCE)
        .put("SysRecId", Long.parseLong(erp.records().next("", "custTrans", "%d")))
        .put("TransDate", Erp.day(erp.today(company)))
        .put("CurrencyCode", currency)
        .put("AmountCur", amount)
        .put("AmountMST", own(erp.company(company), currency, amount))
        .put("Approved", "Yes");
  }

  private static BigDecimal own(Company company, String currency, BigDecimal amount) {
    BigDecimal rate = company.exchangeRates().getOrDefault(currency, BigDecimal.ONE);
    return Rounding.amount(Rounding.divide(amount, rate), company.currency());
  }
}
