package dev.kontor.engine;

import static dev.kontor.engine.ledger.LedgerBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides is carried out and recorded together. */
final class DecisionsTest {

  private static final MessageState DEAD = new MessageState.Dead("no", "Invalid");

  @TempDir Path home;
  private final LedgerBench bench = new LedgerBench();
  private Decisions decisions;

  @BeforeEach
  void open() {
    Vault vault =
        Vault.open(
            bench.database.general(),
            MasterKeys.load(Map.of(), home.resolve("key")),
            InstantSource.system());
    decisions = new Decisions(bench.database.hot(), new AuditStore(vault));
    bench.append(event("a", "edited", "e"));
    bench.finishAll("n", bench.claimOne("n"), DEAD);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> audit() {
    return bench.column("select kind || ' ' || subject || ' ' || details from audit order by id");
  }

  @Test
  void aResubmissionIsRecordedWithNameAndReason() {
    assertThat(decisions.resubmit(List.of(1L), "ada", "article unblocked"))
        .isEqualTo(new Decisions.Result(1, Map.of()));
    assertThat(audit()).containsExactly("desk.resubmit message:1 article unblocked (ada)");
    assertThat(bench.states()).containsExactly("ready");
  }

  @Test
  void whatIsDiscardedStaysDiscardedAndOnlyWhatWasDecidedIsRecorded() {
    decisions.discard(List.of(1L), "ada", "entered by hand");
    Decisions.Result again = decisions.resubmit(List.of(1L, 7L), "ada", "a mistake");
    assertThat(again)
        .isEqualTo(
            new Decisions.Result(
                0, Map.of(1L, "was discarded, which is for good", 7L, "is unknown")));
    assertThat(audit()).containsExactly("desk.discard message:1 entered by hand (ada)");
    assertThat(Transactions.run(bench.database.general(), bench.desk::counts))
        .containsExactly(new DeskStore.Count("flow", "discarded", 1));
  }

  @Test
  void whatIsBeingWorkedOnSaysSo() {
    decisions.resubmit(List.of(1L), "ada", "again");
    bench.claimOne("n");
    assertThat(decisions.discard(List.of(1L), "ada", "enough").untouched().get(1L))
        .contains("worked on right now");
  }

  @Test
  void onlyAnOrderThatIsGivenUpIsReadAgain() {
    bench.append(event("b", "created", "f"));
    bench.finishAll("n", bench.claimOne("n"), DEAD);
    decisions.discard(List.of(1L, 2L), "ada", "tests");
    assertThat(bench.column("select source_id || ' ' || event from message where id > 2"))
        .containsExactly("b discarded");
  }
}
