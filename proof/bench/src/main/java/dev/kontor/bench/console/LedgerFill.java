package dev.kontor.bench.console;

import dev.kontor.bench.Progress;
import dev.kontor.bench.shop.BenchOrder;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Plain;
import dev.kontor.engine.vault.Vault;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Fills a ledger, real sealed documents in it. */
final class LedgerFill {

  private static final String PERSON = "buyer@bench.example";
  private static final int STEP = 5_000;

  private final Database database;
  private final Vault vault;

  LedgerFill(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * @param messages how many, a multiple of ten
   */
  void fill(long messages) {
    Progress progress = new Progress(System.out, "console  messages");
    List<Long> documents = documents();
    long person = Objects.requireNonNull(vault.personKeyIds(Set.of(PERSON)).get(PERSON));
    long tens = messages / LedgerFillStore.TOGETHER;
    for (long from = 0; from < tens; from += STEP) {
      long first = from;
      long last = Math.min(tens, from + STEP) - 1;
      Transactions.execute(
          database.general(),
          c -> {
            LedgerFillStore.payloads(
                c, first, last, documents.get(0), documents.get(1), documents.get(2));
            LedgerFillStore.tens(c, first, last, messages);
            LedgerFillStore.terms(c, first, last, person);
          });
      progress.at((last + 1) * LedgerFillStore.TOGETHER, messages);
    }
    Transactions.execute(database.general(), LedgerFillStore::finish);
    Transactions.<Object>single(
        database.general(),
        c -> {
          LedgerFillStore.analyze(c);
          return true;
        });
  }

  /** One captured, one pushed and one written; ids beyond all others. */
  private List<Long> documents() {
    byte[] order = BenchOrder.of(1);
    Payloads payloads = new Payloads(vault, RetentionRule.STANDARD);
    List<Plain> plain =
        List.of(
            new Plain(PayloadClass.DOCUMENT, PERSON, order),
            new Plain(PayloadClass.DOOR, null, order),
            new Plain(PayloadClass.EFFECT, PERSON, order));
    return Transactions.run(
        database.general(),
        c -> {
          LedgerFillStore.beyond(c);
          return payloads.putAll(c, plain);
        });
  }
}
