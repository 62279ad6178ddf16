package dev.kontor.engine.delivery;

import static dev.kontor.engine.ledger.LedgerBench.event;
import static dev.kontor.engine.ledger.LedgerBench.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A round is stored whole or not at all, and no wake-up falls between its parts. */
final class RoundsTest {

  private static final Crossref THERE =
      new Crossref("shop", EntityType.CUSTOMER, "c1", "erp", "D1", "D1", null, null);
  private static final String KEY = "erp|customer|c1";
  private static final String STOP = WakeKeys.connection("erp");
  private static final MessageState STOPPED =
      new MessageState.Waiting("erp is paused", "", STOP, Duration.ofMinutes(1));
  private static final MessageState WAITING =
      new MessageState.Waiting("waits", "Missing", KEY, Duration.ofMinutes(1));
  private static final MessageState DONE = new MessageState.Done("done");

  @TempDir Path home;
  private final LedgerBench bench = new LedgerBench();
  private Rounds rounds;
  private Pauses pauses;

  @BeforeEach
  void open() {
    Vault vault =
        Vault.open(
            bench.database.general(),
            MasterKeys.load(Map.of(), home.resolve("key")),
            InstantSource.system());
    pauses = new Pauses(bench.database.hot(), new PauseStore(), bench.lanes);
    rounds =
        new Rounds(
            bench.database.hot(),
            bench.ledger,
            bench.lanes,
            new CrossrefStore(),
            new IntentStore(),
            pauses,
            new AuditStore(vault));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Round claimed(String node) {
    Lane lane = bench.claimOne(node);
    return new Round(lane, bench.unfinished(lane));
  }

  private static Round decided(Round round, MessageState state) {
    return round.finish(round.unfinished().getFirst(), state);
  }

  /** By a person, at whatever process; this one has not heard of it. */
  private void resumed() {
    Transactions.execute(bench.database.hot(), c -> pauses.resume(c, STOP));
  }

  @Test
  void aReferenceThatAppearsBetweenTheCheckAndTheWaitWakesAtOnce() {
    bench.append(event("order", "created", null));
    Round order = claimed("n");
    bench.append(event("customer", "needed", null));
    rounds.store("m", List.of(decided(claimed("m"), DONE).crossref(THERE).wake(KEY)));
    rounds.store("n", List.of(decided(order, WAITING)));
    assertThat(bench.claim("n", 1)).hasSize(1);
  }

  @Test
  void aReferenceThatAppearsLaterWakesThoseThatWait() {
    bench.append(event("order", "created", null));
    rounds.store("n", List.of(decided(claimed("n"), WAITING)));
    assertThat(bench.claim("n", 1)).isEmpty();
    bench.append(event("customer", "needed", null));
    rounds.store("m", List.of(decided(claimed("m"), DONE).crossref(THERE).wake(KEY)));
    assertThat(bench.claimOne("n").key()).isEqualTo("order");
  }

  @Test
  void aStopThatIsLiftedBetweenTheCheckAndTheWaitWakesAtOnce() {
    pauses.pause(STOP, "sign-in refused");
    bench.append(event("order", "created", null));
    Round order = claimed("n");
    resumed();
    rounds.store("n", List.of(decided(order, STOPPED)));
    assertThat(bench.claim("n", 1)).hasSize(1);
    assertThat(pauses.reason(STOP)).as("what this process remembers").isEmpty();
  }

  @Test
  void aStopThatStandsIsWaitedForUntilItIsLifted() {
    pauses.pause(STOP, "sign-in refused");
    bench.append(event("order", "created", null));
    rounds.store("n", List.of(decided(claimed("n"), STOPPED)));
    assertThat(bench.claim("n", 1)).isEmpty();
    resumed();
    assertThat(bench.claim("n", 1)).hasSize(1);
  }

  @Test
  void aLostLaneStoresNothingAndTheOthersOfItsBatchStand() {
    bench.append(event("a", "1", null), event("b", "1", null));
    List<Round> batch = List.of(claimed("n"), claimed("n"));
    bench.clock.advance(Duration.ofHours(1));
    assertThat(dev.kontor.engine.db.Transactions.run(bench.database.hot(), bench.lanes::reap))
        .isEqualTo(2);
    Lane taken = bench.claimOne("m");
    batch.forEach(r -> decided(r, DONE).append(event("follow " + r.lane().key(), "1", null)));
    rounds.store("n", batch);
    assertThat(bench.number("select count(*) from message where state = 'done'")).isZero();
    assertThat(bench.number("select count(*) from message where event = '1'")).isEqualTo(2);
    assertThat(bench.finishAll("m", taken, DONE)).isTrue();
  }

  @Test
  void oneLostLaneDoesNotTakeTheRestOfItsBatchAlong() {
    bench.heartbeat("n", Duration.ofMinutes(1));
    bench.append(event("a", "1", null), event("b", "1", null));
    List<Round> batch = List.of(decided(claimed("n"), DONE), decided(claimed("n"), DONE));
    long kept = batch.getLast().lane().id();
    dev.kontor.engine.db.Transactions.run(
        bench.database.hot(), c -> bench.lanes.giveBack(c, "n", List.of(kept)));
    rounds.store("n", batch);
    assertThat(bench.column("select lane from message where state = 'done'"))
        .containsExactly(String.valueOf(kept));
  }

  @Test
  @Timeout(30)
  void aClaimThatWasLostToALaterOneOfTheSameNodeDoesNotStandBesideIt() {
    bench.heartbeat("n", Duration.ofMinutes(1));
    bench.append(event("a", "1", null));
    Round lost = decided(claimed("n"), new MessageState.Skipped("by the claim that was lost"));
    Transactions.run(bench.database.hot(), c -> bench.lanes.giveBack(c, "n", List.of()));
    Round later = decided(claimed("n"), DONE);
    assertThat(later.lane().id()).isEqualTo(lost.lane().id());
    assertThat(rounds.store("n", List.of(lost, later))).containsExactly(later);
    assertThat(bench.states()).containsExactly("done");
  }

  @Test
  void whatIsStoredAgainAfterADeadlockIsStoredOnce() {
    bench.append(event("a", "1", null));
    AtomicInteger tries = new AtomicInteger();
    Round round = decided(claimed("n"), DONE);
    round.also(
        c -> {
          round.append(event("b", "follows", null));
          if (tries.incrementAndGet() < 3) {
            throw new SQLException("deadlock detected", "40P01");
          }
        });
    rounds.store("n", List.of(round));
    assertThat(tries.get()).isEqualTo(3);
    assertThat(bench.number("select count(*) from message where event = 'follows'")).isEqualTo(1);
    assertThat(bench.number("select enqueued from lane where key = 'b'")).isEqualTo(1);
  }

  @Test
  void aRoundThatFailsLeavesNoTrace() {
    bench.append(event("a", "1", null));
    Round round = decided(claimed("n"), DONE).crossref(THERE);
    round.also(
        c -> {
          throw new SQLException("broken", "22000");
        });
    assertThatThrownBy(() -> rounds.store("n", List.of(round)))
        .isInstanceOf(dev.kontor.engine.db.DatabaseException.class);
    assertThat(bench.states()).containsExactly("ready");
    assertThat(bench.number("select count(*) from crossref")).isZero();
  }

  @Test
  void followUpsOfALaneToItselfAreDueAtOnce() {
    bench.append(event("a", "1", null));
    Round round = decided(claimed("n"), DONE);
    round.also(c -> round.append(event("a", "2", null)));
    rounds.store("n", List.of(round));
    assertThat(bench.claimOne("n").key()).isEqualTo("a");
    assertThat(bench.number("select enqueued - finished from lane")).isEqualTo(1);
  }

  @Test
  void aLaneIsKeptForTheOneEventThatItsRoundAdds() {
    bench.append(notice("a", null));
    Round round = decided(claimed("n"), DONE).append(event("a", "created", "effect of a"));
    round.goOn("effect of a", AtHand.NOTHING);

    Claimed next = Objects.requireNonNull(rounds.store("n", List.of(round)).getFirst().next());

    assertThat(next.lane()).isEqualTo(round.lane());
    assertThat(next.work()).isInstanceOf(LanePlan.Work.Effect.class);
    assertThat(next.unfinished()).isEqualTo(bench.unfinished(next.lane()));
    assertThat(bench.claim("m", 1)).as("lanes for others").isEmpty();
    rounds.store("n", List.of(decided(next.round(), DONE)));
    assertThat(bench.number("select count(*) from lane")).isZero();
  }

  @Test
  void aLaneInWhichMoreStandsIsGivenBack() {
    bench.append(notice("a", null), event("a", "before", null));
    Round round = decided(claimed("n"), DONE).append(event("a", "created", "effect of a"));
    round.goOn("effect of a", AtHand.NOTHING);

    assertThat(rounds.store("n", List.of(round)).getFirst().next()).isNull();
    assertThat(bench.claim("m", 1)).hasSize(1);
  }

  @Test
  void anEffectThatIsKnownAlreadyKeepsNoLane() {
    bench.append(event("other", "created", "effect of a"), notice("a", null));
    Lane other = bench.claimOne("m");
    Round round = decided(claimed("n"), DONE).append(event("a", "created", "effect of a"));
    round.goOn("effect of a", AtHand.NOTHING);

    assertThat(rounds.store("n", List.of(round)).getFirst().next()).isNull();
    assertThat(bench.column("select key from lane")).containsExactly(other.key());
  }
}
