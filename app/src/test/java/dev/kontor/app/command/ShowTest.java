package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.OutcomeStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The story of a document tells every attempt, and where to look if there is no story. */
class ShowTest extends OneMessage {

  ShowTest() {
    super("created");
  }

  private Ran show(String number) {
    return Ran.kontor("show", number, "--home", records.home().toString());
  }

  private void attempt(MessageState state, String outcome, String detail) {
    Transactions.execute(
        records.database().general(),
        c -> {
          Message message = new LedgerStore().unfinished(c, List.of(1L)).getFirst();
          new OutcomeStore()
              .finish(c, "node", List.of(new Finish(message, state, outcome, detail, "out@1")));
        });
  }

  @Test
  void everyAttemptIsToldAndEqualOnesInARowOnce() {
    MessageState again =
        new MessageState.Retrying("no answer", "Unavailable", Duration.ofSeconds(1), false);
    attempt(again, "Unavailable", "erp: no answer");
    attempt(again, "Unavailable", "erp: no answer");
    attempt(new MessageState.Done("erp order 101001"), "Written", "erp order 101001");
    Ran ran = show("10001");
    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("1 ").contains(" 10001 ", " created ", " done "),
            line ->
                assertThat(line)
                    .contains("Z Unavailable: erp: no answer [out@1] (2 times until ")
                    .startsWith("        "),
            line -> assertThat(line).endsWith("Z Written: erp order 101001 [out@1]"));
  }

  @Test
  void anUnknownNumberSaysWhereElseToLook() {
    Ran ran = show("10002");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("nothing is known under the number 10002", "./kontor list");
  }
}
