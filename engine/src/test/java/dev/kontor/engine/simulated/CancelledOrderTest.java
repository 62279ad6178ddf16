package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.simulated.SimulatedErp.Trouble;
import dev.kontor.model.OrderState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cancellation, or its end, does to an order whose transfer has begun. */
final class CancelledOrderTest {

  private static final String BUYER = "a@example.com";

  @TempDir Path home;
  private TwoShops bench;

  @BeforeEach
  void start() {
    bench = new TwoShops(home);
    bench.erp.product("A1");
    bench.erp.product("B1");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private void cancel(String number) {
    bench.shop.put(order(number, BUYER, "A1", OrderState.CANCELLED));
  }

  @Test
  void aCancellationPassesADeadTransferAndAnEditWaitsAndSaysWhy() {
    bench.erp.trouble("S-1", Trouble.TWICE);
    bench.shop.put(order("1", BUYER, "A1"));
    long created = bench.await("1", "created", "dead").id();
    bench.shop.put(order("1", BUYER, "B1"));
    Await.until(
        "edited",
        Await.PATIENCE,
        () -> bench.hub.desk().open(9).stream().anyMatch(e -> e.event().startsWith("edited")));
    cancel("1");
    assertThat(bench.await("1", "cancelled", "dead").reason())
        .contains("while its transfer is not settled", "look for it in erp");
    assertThat(bench.hub.desk().open(9))
        .filteredOn(e -> e.event().startsWith("edited"))
        .extracting(e -> e.state() + " " + e.reason())
        .containsExactly("ready waits behind message " + created + " (created, dead)");
  }

  @Test
  void whatWasCancelledBeforeItArrivedIsNotSentAgain() {
    bench.erp.trouble("S-2", Trouble.LOST_REQUEST);
    bench.shop.put(order("2", BUYER, "A1"));
    bench.await("2", "created", "retrying");
    cancel("2");
    bench.await("2", "cancelled", "waiting");
    bench.clock.advance(Duration.ofMinutes(2));
    assertThat(bench.await("2", "created", "skipped").reason())
        .isEqualTo("cancelled before it arrived in erp");
    assertThat(bench.await("2", "cancelled", "skipped").reason()).contains("cancelled before");
    assertThat(bench.erp.orders()).isEmpty();
    assertThat(bench.number("select count(*) from lane where key like 'erp|order|%'")).isZero();
  }

  @Test
  void whatArrivedAlthoughItsAnswerWasLostIsFoundAndItsCancellationLeftToAPerson() {
    bench.erp.trouble("S-3", Trouble.LATE_COMMIT);
    bench.shop.put(order("3", BUYER, "A1"));
    bench.await("3", "created", "retrying");
    cancel("3");
    Instant arrived = Objects.requireNonNull(bench.await("3", "created", "done").finished());
    assertThat(bench.erp.orders()).isEqualTo(List.of("S-3"));
    DeskStore.Entry cancelled = bench.await("3", "cancelled", "dead");
    assertThat(cancelled.reason()).contains("cancel it there");
    assertThat(bench.hub.desk().attempts(cancelled.id()))
        .as("a person is asked only once it is there")
        .last()
        .matches(attempt -> !attempt.at().isBefore(arrived));
  }

  @Test
  void anOrderOpenAgainAfterItsCancellationIsHeldForAPerson() {
    bench.shop.put(order("4", BUYER, "A1"));
    bench.await("4", "created", "done");
    cancel("4");
    assertThat(bench.await("4", "cancelled", "dead").reason()).contains("cancel it there");
    bench.shop.put(order("4", BUYER, "A1"));
    assertThat(bench.await("4", "reopened", "dead").reason())
        .contains("opened again in shop after its cancellation", "the hub did not change erp");
    assertThat(bench.erp.orders()).isEqualTo(List.of("S-4"));
  }
}
