package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;

/** Entries of the general ledger, so far those of payments only. */
public final class GeneralLedger {
  private static final String SET = "generalLedgerEntries";
  private static final String RECEIVABLES = "1400";

  private final Records records;

  public GeneralLedger(Records records) {
    this.records = records;
  }

  /**
   * Books money on two accounts.
   *
   * @param amount negative for money that came in
   * @param balancing number of the account that takes it
   */
  public void payment(
      String number, BigDecimal amount, String postingDate, String text, String balancing) {
    entry(number, amount, postingDate, text, RECEIVABLES);
    entry(number, amount.negate(), postingDate, text, balancing);
  }

  private void entry(
      String number, BigDecimal amount, String postingDate, String text, String account) {
    records.save(
        SET,
        records
            .create(SET)
            .put("entryNumber", records.all(SET).size() + 1)
            .put("documentType", "Payment")
            .put("documentNumber", number)
            .put("postingDate", postingDate)
            .put("description", text)
            .put("accountNumber", account)
            .put("debitAmount", amount.max(BigDecimal.ZERO))
            .put("creditAmount", amount.negate().max(BigDecimal.ZERO)));
  }
}
