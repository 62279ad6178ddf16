package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Posts all payments of a journal, or none; posted lines leave the journal. */
public final class JournalPosting {
  private static final String LINES = "customerPayments";

  private final Records records;
  private final ObjectNode journal;

  public JournalPosting(Records records, ObjectNode journal) {
    this.records = records;
    this.journal = journal;
  }

  /** Throws ODataFault when there is nothing to post or a line cannot be. */
  public void post() {
    List<ObjectNode> lines = records.matching(LINES, "journalId", Records.text(journal, "id"));
    if (lines.isEmpty()) {
      throw Faults.nothingToPost();
    }
    lines.forEach(new PaymentCheck(records, journal)::check);
    CustomerLedger ledger = new CustomerLedger(records);
    GeneralLedger books = new GeneralLedger(records);
    for (ObjectNode line : lines) {
      ledger.payment(
          Records.text(line, "documentNumber"),
          Records.text(line, "customerNumber"),
          Records.number(line, "amount"),
          Records.text(line, "postingDate"),
          Records.text(line, "appliesToInvoiceNumber"));
      books.payment(
          Records.text(line, "documentNumber"),
          Records.number(line, "amount"),
          Records.text(line, "postingDate"),
          Records.text(line, "description"),
          Records.text(journal, "balancingAccountNumber"));
      records.save("_payments", line.deepCopy().put("id", Records.text(line, "id")));
      records.remove(LINES, Records.text(line, "id"));
    }
    records.commit();
  }
}
