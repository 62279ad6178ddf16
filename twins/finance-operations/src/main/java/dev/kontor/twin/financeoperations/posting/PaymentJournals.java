package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Numbering;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Journals of payments: written by anyone, posted by a person. */
public final class PaymentJournals implements Rules {
  public static final String SOURCE = "CustomerPaymentJournalHeaders";
  private final Erp erp;

  public PaymentJournals(Erp erp) {
    this.erp = erp;
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, "JournalName");
    Reference.check(
        erp,
        company,
        sent,
        List.of(new Reference("JournalName", "paymentJournals", "Journal names")));
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.setAll(sent);
    row.put("dataAreaId", company);
    Numbers.assign(erp, SOURCE, row, "JournalBatchNumber", Numbering.AUTOMATIC, "%08d");
    return erp.records().put(SOURCE, row);
  }

  /** The journal, not posted; throws a Fault. */
  static ObjectNode requireOpen(Erp erp, String company, String number) {
    ObjectNode journal =
        erp.records()
            .find(company, SOURCE, number)
            .orElseThrow(() -> Reference.unknown(number, "JournalBatchNumber", "Payment journals"));
    if (Records.yes(journal, "IsPosted")) {
      throw Fault.logic(Message.JOURNAL_POSTED, number);
    }
    return journal;
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    requireOpen(erp, company, text(row, "JournalBatchNumber"));
    row.setAll(patch);
    erp.records().put(SOURCE, row);
  }

  @Override
  public void delete(String company, ObjectNode row) {
    requireOpen(erp, company, text(row, "JournalBatchNumber"));
    lines(company, text(row, "JournalBatchNumber"))
        .forEach(line -> erp.records().remove(PaymentLines.SOURCE, line));
    erp.records().remove(SOURCE, row);
  }

  private List<ObjectNode> lines(String company, String number) {
    return erp.records().where(company, PaymentLines.SOURCE, "JournalBatchNumber", number);
  }

  /** A person posts it with all that stands in it. */
  public void post(String company, String number) {
    ObjectNode journal = requireOpen(erp, company, number);
    List<ObjectNode> lines = lines(company, number);
    if (lines.isEmpty()) {
      throw Fault.logic(Message.NOTHING_TO_POST, number);
    }
    CustomerLedger ledger = new CustomerLedger(erp);
    lines.forEach(
        line ->
            ledger.payment(
                line, number(line, "CreditAmount").subtract(number(line, "DebitAmount"))));
    erp.records().put(SOURCE, journal.put("IsPosted", "Yes"));
  }
}
