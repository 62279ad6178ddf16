package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.master.CustomerRules;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Lines of payment journals. */
public final class PaymentLines implements Rules {
  public static final String SOURCE = "CustomerPaymentJournalLines";
  private static final List<Reference> REFERENCES =
      List.of(new Reference("PaymentMethodName", "CustomerPaymentMethods", "Methods of payment"));

  private final Erp erp;

  public PaymentLines(Erp erp) {
    this.erp = erp;
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    String batch = text(sent, "JournalBatchNumber");
    PaymentJournals.requireOpen(erp, company, batch);
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.put("AccountType", "Cust")
        .put("TransactionDate", Erp.day(erp.today(company)))
        .put("LineNumber", next(company, batch));
    row.setAll(sent);
    row.put("dataAreaId", company);
    Numbers.requireNew(erp, SOURCE, row, "LineNumber");
    if (text(row, "Voucher").isEmpty()) {
      row.put("Voucher", erp.records().next(company, "payment", "ZA%06d"));
    }
    check(company, row);
    return erp.records().put(SOURCE, row);
  }

  private BigDecimal next(String company, String batch) {
    return erp.records()
        .highest(company, SOURCE, "JournalBatchNumber", batch, "LineNumber")
        .add(BigDecimal.ONE);
  }

  private void check(String company, ObjectNode row) {
    String account = text(row, "AccountDisplayValue");
    if (text(row, "AccountType").equals("Cust")) {
      ObjectNode customer =
          erp.records()
              .find(company, CustomerRules.SOURCE, account)
              .orElseThrow(() -> Reference.unknown(account, "AccountDisplayValue", "Customers"));
      row.put("CustomerName", CustomerRules.name(customer));
      if (text(row, "CurrencyCode").isEmpty()) {
        row.set("CurrencyCode", customer.path("SalesCurrencyCode"));
      }
    }
    Reference.currency(erp.company(company), row, "CurrencyCode");
    Reference.check(erp, company, row, REFERENCES);
    if (number(row, "DebitAmount").signum() != 0 == (number(row, "CreditAmount").signum() != 0)) {
      throw Fault.logic(Message.AMOUNT);
    }
    String invoice = text(row, "MarkedInvoice");
    if (!invoice.isEmpty() && new CustomerLedger(erp).find(company, invoice).isEmpty()) {
      throw Reference.unknown(invoice, "MarkedInvoice", "Customer transactions");
    }
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    PaymentJournals.requireOpen(erp, company, text(row, "JournalBatchNumber"));
    row.setAll(patch);
    check(company, row);
    erp.records().put(SOURCE, row);
  }

  @Override
  public void delete(String company, ObjectNode row) {
    PaymentJournals.requireOpen(erp, company, text(row, "JournalBatchNumber"));
    erp.records().remove(SOURCE, row);
  }
}
