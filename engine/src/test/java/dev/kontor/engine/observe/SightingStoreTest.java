package dev.kontor.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.LedgerBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes tell each other what they see; what a dead one saw is forgotten. */
final class SightingStoreTest {

  private final LedgerBench ledger = new LedgerBench();

  @AfterEach
  void close() {
    ledger.close();
  }

  private SightingStore.Seen seen() {
    return Transactions.run(ledger.database.general(), SightingStore::seen);
  }

  private void states(String node, boolean unreachable, long percent) {
    Transactions.execute(
        ledger.database.general(),
        c ->
            SightingStore.states(
                c, node, List.of(new SightingStore.State("erp", unreachable, percent))));
  }

  @Test
  void whatOneProcessCannotReachIsUnreachableUntilItCanOrIsGone() {
    states("a", true, 40);
    states("b", false, 70);
    assertThat(seen().unreachable()).containsOnlyKeys("erp");
    assertThat(seen().budget()).containsEntry("erp", 70L);
    states("a", false, 10);
    assertThat(seen().unreachable()).isEmpty();
    states("a", true, 40);
    ledger.clock.advance(Duration.ofMinutes(2));
    assertThat(seen().unreachable()).isEmpty();
    assertThat(seen().budget()).isEmpty();
  }

  @Test
  void whatWasHeardAndFoundLastIsKept() {
    Sightings sightings = new Sightings();
    sightings.heard("shop");
    sightings.heard("shop");
    sightings.found("orders");
    for (int i = 0; i < 2; i++) {
      Transactions.execute(
          ledger.database.general(),
          c -> SightingStore.noted(c, sightings.takeHeard(), sightings.takeFound()));
      ledger.clock.advance(Duration.ofDays(9));
    }
    assertThat(seen().heard()).containsOnlyKeys("shop");
    assertThat(seen().found()).containsOnlyKeys("orders");
    Instant now = Transactions.run(ledger.database.general(), TimeStore::now);
    assertThat(seen().heard().values())
        .as("when it was, not when it was asked")
        .allMatch(at -> at.isBefore(now.minus(Duration.ofDays(17))));
  }
}
