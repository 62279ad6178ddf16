package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home whose ledger holds message 1, an event of the shop's order 10001. */
abstract class OneMessage {

  private final Append message;
  @TempDir private Path directory;
  Records records;

  OneMessage(String event) {
    message = Append.event("lane", "orders", 2, event, "shop", "1", "10001", "key", null, null);
  }

  @BeforeEach
  void open() {
    records = Records.open(directory.resolve("home"), System.getenv());
    Transactions.run(
        records.database().general(), c -> new LedgerStore().append(c, List.of(message)));
  }

  @AfterEach
  void close() {
    records.close();
  }
}
