package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.ledger.LedgerBench;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An effect may be sent when nobody else may have sent it, and never again once it is there. */
final class IntentStoreTest {

  private static final Duration UNCERTAIN = Duration.ofMinutes(20);

  private final LedgerBench bench = new LedgerBench();
  private final IntentStore intents = new IntentStore();

  private Lane lane;

  @BeforeEach
  void claim() {
    bench.append(LedgerBench.event("lane", "created", "key"));
    lane = bench.claimOne("node");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aNewIntentMayBeSentOnceOnly() {
    assertThat(open()).containsExactly("key");
    assertThat(open()).isEmpty();
    assertThat(intent().isOpen()).isTrue();
    assertThat(intent().past()).isFalse();
  }

  @Test
  void whoLostTheLaneOpensNothing() {
    bench.heartbeat("node", Duration.ofSeconds(10));
    bench.clock.advance(Duration.ofSeconds(11));
    Transactions.execute(bench.database.hot(), bench.lanes::reap);
    assertThat(open()).as("nobody has it").isEmpty();
    Lane lost = lane;
    lane = bench.claimOne("other");
    assertThat(open()).containsExactly("key");
    close("refused", null);
    lane = lost;
    assertThat(open()).as("another node has it").isEmpty();
  }

  @Test
  void anUnansweredOneMayBeSentAgainOnlyAfterItsTimeHasPassed() {
    open();
    bench.clock.advance(UNCERTAIN.minusSeconds(5));
    assertThat(open()).isEmpty();
    assertThat(Duration.ofMillis(intent().absentInMillis())).isLessThan(Duration.ofSeconds(6));
    bench.clock.advance(Duration.ofSeconds(6));
    assertThat(intent().past()).isTrue();
    assertThat(intent().absentInMillis()).isZero();
    assertThat(open()).containsExactly("key");
    assertThat(intent().past()).as("the second call is uncertain anew").isFalse();
  }

  @Test
  void aRefusedOneMayBeSentAgainAtOnce() {
    open();
    close("refused", null);
    assertThat(open()).containsExactly("key");
    assertThat(intent().isOpen()).isTrue();
  }

  @Test
  void aConfirmedOneIsNeverOpenedOrRefusedAgain() {
    open();
    close("confirmed", "1001");
    bench.clock.advance(UNCERTAIN.multipliedBy(2));
    assertThat(open()).isEmpty();
    close("refused", null);
    assertThat(intent().isConfirmed()).isTrue();
    assertThat(intent().resultId()).isEqualTo("1001");
  }

  private Set<String> open() {
    IntentStore.Opening opening =
        new IntentStore.Opening(lane, "key", 1, "erp", "order", "CREATE", "S-1", null, null, "m@1");
    return Transactions.run(
        bench.database.hot(), c -> intents.open(c, List.of(opening), UNCERTAIN));
  }

  private void close(String state, @Nullable String id) {
    Transactions.execute(
        bench.database.hot(),
        c -> intents.close(c, List.of(new IntentStore.Closing("key", state, id, id))));
  }

  private Intent intent() {
    return Objects.requireNonNull(
        Transactions.run(bench.database.hot(), c -> intents.find(c, List.of("key"))).get("key"));
  }
}
