package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old is what nothing but slowness or something missing keeps. */
final class AgedTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final LedgerBench ledger = new LedgerBench();

  @BeforeEach
  void join() {
    ledger.heartbeat("a", Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void order(String id, MessageState state) {
    ledger.append(LedgerBench.event(id, "created", id));
    Lane lane = ledger.claimOne("a");
    ledger.finishAll("a", lane, state);
  }

  private List<String> aged() {
    return Transactions.run(
            ledger.database.general(), c -> AgedStore.aged(c, List.of("flow"), HOUR.toSeconds()))
        .stream()
        .flatMap(found -> found.numbers().stream())
        .toList();
  }

  @Test
  void whatRestsForAReasonOrIsDeadOrYoungDoesNotCount() {
    Duration soon = Duration.ofDays(1);
    order("missing", new MessageState.Waiting("no item", "Missing", null, soon));
    order("retried", new MessageState.Retrying("503", "Unavailable", soon, false));
    order("held", new MessageState.Waiting("hold time", "", null, soon));
    order("rehearsed", new MessageState.Waiting("dry run", "DryRun", null, soon));
    order("dead", new MessageState.Dead("blocked", "Invalid"));
    assertThat(aged()).isEmpty();
    ledger.clock.advance(HOUR);
    ledger.append(LedgerBench.event("young", "created", "young"));
    assertThat(aged()).containsExactly("number of missing", "number of retried");
  }
}
