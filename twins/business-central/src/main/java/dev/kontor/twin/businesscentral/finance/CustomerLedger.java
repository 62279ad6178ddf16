package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries of customers: invoices positive, payments and credit memos negative; applied ones shrink
 * each other's remaining amount, which the documents show.
 */
public final class CustomerLedger {
  private static final String SET = "_customerEntries";

  private final Records records;

  public CustomerLedger(Records records) {
    this.records = records;
  }

  /** Books a posted invoice. */
  public void invoice(ObjectNode invoice) {
    records.save(
        SET, document(invoice, "Invoice", BigDecimal.ONE, Records.text(invoice, "dueDate")));
  }

  /** Books a posted credit memo and applies it to the invoice it names, if any. */
  public void creditMemo(ObjectNode memo) {
    ObjectNode entry =
        document(memo, "Credit_Memo", BigDecimal.ONE.negate(), Records.text(memo, "postingDate"));
    apply(entry, Records.text(memo, "invoiceNumber"));
  }

  private ObjectNode document(ObjectNode document, String type, BigDecimal sign, String dueDate) {
    BigDecimal net = Records.number(document, "totalAmountExcludingTax").multiply(sign);
    return entry(
            type,
            Records.text(document, "number"),
            Records.text(document, "billToCustomerNumber"),
            Records.number(document, "totalAmountIncludingTax").multiply(sign))
        .put("postingDate", Records.text(document, "postingDate"))
        .put("dueDate", dueDate)
        .put("currencyId", Records.text(document, "currencyId"))
        .put("net", net);
  }

  /**
   * Books a payment and applies it.
   *
   * @param amount negative for money that came in
   * @param invoiceNumber blank to leave the payment open
   */
  public void payment(
      String number, String customer, BigDecimal amount, String postingDate, String invoiceNumber) {
    ObjectNode entry =
        entry("Payment", number, customer, amount)
            .put("postingDate", postingDate)
            .put("dueDate", postingDate)
            .put("net", BigDecimal.ZERO);
    apply(entry, invoiceNumber);
  }

  private ObjectNode entry(String type, String number, String customer, BigDecimal amount) {
    ObjectNode entry = Json.object().put("id", Ids.guid());
    records.save(
        SET,
        entry
            .put("type", type)
            .put("documentNumber", number)
            .put("customerNumber", customer)
            .put("amount", amount)
            .put("remaining", amount));
    return entry;
  }

  private void apply(ObjectNode entry, String invoiceNumber) {
    if (!invoiceNumber.isEmpty()) {
      records.matching(SET, "documentNumber", invoiceNumber).stream()
          .filter(open -> Records.text(open, "type").equals("Invoice"))
          .findFirst()
          .ifPresent(invoice -> settle(entry, invoice));
    }
    records.save(SET, entry);
  }

  private void settle(ObjectNode entry, ObjectNode invoice) {
    BigDecimal owed = Records.number(invoice, "remaining");
    BigDecimal given = Records.number(entry, "remaining").negate();
    BigDecimal settled = owed.min(given).max(BigDecimal.ZERO);
    BigDecimal rest = owed.subtract(settled);
    records.save(SET, invoice.put("remaining", rest));
    entry.put("remaining", settled.subtract(given));
    records
        .by("salesInvoices", "number", Records.text(invoice, "documentNumber"))
        .ifPresent(
            row -> {
              row.put("remainingAmount", rest);
              boolean paid = rest.signum() == 0 && Records.text(row, "status").equals("Open");
              records.save("salesInvoices", paid ? row.put("status", "Paid") : row);
            });
  }

  /** Whether the whole of a posted document of this type is settled. */
  public boolean isSettled(String type, String number) {
    return records.matching(SET, "documentNumber", number).stream()
        .filter(entry -> Records.text(entry, "type").equals(type))
        .allMatch(entry -> Records.number(entry, "remaining").signum() == 0);
  }

  /** What a customer owes, in local currency. */
  public BigDecimal balance(String customer) {
    return sum(customer, "remaining", "9999-12-31");
  }

  /** What a customer owes by documents due before this date, in local currency. */
  public BigDecimal overdue(String customer, String before) {
    return sum(customer, "remaining", before);
  }

  /** Sales to a customer without VAT, in local currency. */
  public BigDecimal sales(String customer) {
    return sum(customer, "net", "9999-12-31");
  }

  private BigDecimal sum(String customer, String field, String before) {
    return entries(customer).stream()
        .filter(entry -> Records.text(entry, "dueDate").compareTo(before) < 0)
        .map(entry -> local(entry, field))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** All entries of a customer in the order they were booked. */
  public List<ObjectNode> entries(String customer) {
    return records.matching(SET, "customerNumber", customer);
  }

  private BigDecimal local(ObjectNode entry, String field) {
    BigDecimal factor =
        records
            .byId("currencies", Records.text(entry, "currencyId"))
            .filter(currency -> currency.has("_factor"))
            .map(currency -> Records.number(currency, "_factor"))
            .orElse(BigDecimal.ONE);
    return Records.number(entry, field).divide(factor, 2, RoundingMode.HALF_UP);
  }
}
