package dev.kontor.engine.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.BackOff;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.PauseStore;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.Reaction;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.observe.Sightings;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a source is asked, what is kept of its answer, and what a person is told. */
final class PollerTest {

  private final LedgerBench bench = new LedgerBench();
  private final PolledShop shop = new PolledShop();
  private final Lines lines = new Lines();
  private final AtomicInteger woken = new AtomicInteger();
  private final Pauses pauses = new Pauses(bench.database.hot(), new PauseStore(), bench.lanes);
  private final Sightings sightings = new Sightings();
  private final Poller poller = poller();

  @AfterEach
  void close() {
    shop.close();
    bench.close();
  }

  private Poller poller() {
    Faults faults =
        new Faults(new Reaction(BackOff.STANDARD, RandomGenerator.getDefault()), pauses);
    SourceReading reading =
        new SourceReading(
            bench.database.hot(),
            bench.ledger,
            new CursorStore(),
            woken::incrementAndGet,
            sightings);
    return new Poller(reading, pauses, faults, lines);
  }

  private boolean poll() {
    return poller.poll(shop.line());
  }

  @Test
  void thinDocumentsAreKeptAsNoticesAndNothingElseIsRead() {
    shop.changed("1", "A");
    shop.changed("2", "A");
    assertThat(poll()).isTrue();
    shop.changed("1", "A");
    shop.changed("2", "B");
    assertThat(poll()).isTrue();
    assertThat(bench.column("select source_id from message order by id"))
        .containsExactly("1", "2", "2");
    assertThat(bench.column("select value from cursor")).containsExactly("4");
    assertThat(woken.get()).isEqualTo(2);
  }

  @Test
  void thatAskingFoundSomethingIsNotedOnlyIfItIsNew() {
    shop.changed("1", "A");
    poll();
    assertThat(sightings.takeFound()).containsExactly("orders");
    shop.changed("1", "A");
    poll();
    assertThat(sightings.takeFound()).isEmpty();
  }

  @Test
  void refusedCredentialsPauseTheConnectionUntilAPersonResumesIt() {
    for (Fault fault :
        new Fault[] {
          new Fault.SignInRefused("401"), new Fault.Misconfigured("url", "is not a shop")
        }) {
      shop.fails(new FaultException(fault));
      assertThat(poll()).isFalse();
      int asked = shop.asked();
      assertThat(poll()).isFalse();
      assertThat(shop.asked()).isEqualTo(asked);
      assertThat(bench.column("select subject from pause")).containsExactly("connection:shop");
      Transactions.execute(bench.database.hot(), c -> pauses.resume(c, "connection:shop"));
      pauses.refresh();
      shop.works();
      assertThat(poll()).isTrue();
    }
  }

  @Test
  void aMissingRightPausesTheFlow() {
    shop.fails(new FaultException(new Fault.Forbidden("order", "may not be read")));
    poll();
    assertThat(bench.column("select subject from pause")).containsExactly("flow:orders");
    poll();
    assertThat(shop.asked()).isEqualTo(1);
  }

  @Test
  void whileAShopCannotBeReachedOnlyTheBreakersProbesAreMade() {
    shop.fails(new FaultException(new Fault.Unavailable("connection refused")));
    poll();
    poll();
    assertThat(shop.asked()).isEqualTo(1);
    shop.pass(Duration.ofSeconds(2));
    poll();
    poll();
    assertThat(shop.asked()).isEqualTo(2);
    shop.works();
    shop.pass(Duration.ofMinutes(1));
    assertThat(poll()).isTrue();
    assertThat(poll()).isTrue();
  }

  @Test
  void noProcessReadsAShopBeforeTheTimeItNamed() {
    shop.fails(new FaultException(new Fault.Throttled(Duration.ofMinutes(5))));
    poll();
    shop.works();
    bench.clock.advance(Duration.ofMinutes(4));
    assertThat(poll()).isFalse();
    assertThat(poller().poll(shop.line())).isFalse();
    assertThat(shop.asked()).isEqualTo(1);
    bench.clock.advance(Duration.ofMinutes(2));
    assertThat(poll()).isTrue();
  }

  @Test
  void aFailureInsideTheHubEndsNeitherThePollsNorTheProbe() {
    shop.fails(new IllegalStateException("broken"));
    assertThat(poll()).isFalse();
    shop.works();
    assertThat(poll()).isTrue();
  }

  @Test
  void aPersonIsToldOfEachChangeOnce() {
    poll();
    poll();
    shop.fails(new FaultException(new Fault.Unavailable("connection refused")));
    for (int i = 0; i < 5; i++) {
      poll();
      shop.pass(Duration.ofMinutes(1));
    }
    shop.works();
    poll();
    poll();
    assertThat(lines.said())
        .containsExactly(
            "polling shop for flow orders",
            "polling shop for flow orders: UNREACHABLE: connection refused",
            "polling shop for flow orders");
  }
}
