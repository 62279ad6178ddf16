package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.simulated.SimulatedErp.Trouble;
import dev.kontor.model.OrderState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise against a target that loses answers, commits late, throttles and fails in part. */
final class ExactlyOnceTest {

  @TempDir Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void threeHundredOrdersUnderEveryFaultArriveExactlyOnce() {
    List<Trouble> troubles =
        List.of(
            Trouble.LOST_ANSWER,
            Trouble.LOST_REQUEST,
            Trouble.LATE_COMMIT,
            Trouble.THROTTLED,
            Trouble.UNAVAILABLE);
    List<String> references =
        IntStream.range(0, 300).mapToObj(i -> "S-" + (10_000 + i)).sorted().toList();
    for (int i = 0; i < 300; i++) {
      if (i % 12 < troubles.size()) {
        bench.erp.trouble("S-" + (10_000 + i), troubles.get(i % 12));
      }
      bench.shop.put(order(String.valueOf(10_000 + i), "buyer" + i % 40 + "@example.com", "A1"));
    }
    Await.until(
        () -> "done " + bench.count("orders", "done") + " " + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> bench.shop.replies().size() == 300);
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).isEqualTo(references);
    assertThat(bench.erp.debtors()).hasSize(40).doesNotHaveDuplicates();
    assertThat(bench.shop.replies().values()).containsOnly(1);
    assertThat(bench.erp.troublesLeft()).isZero();
  }

  @Test
  void oneGuestWithThreeCustomerIdsIsOneDebtor() {
    bench.shop.put(order("1", "Guest@example.com", "A1"));
    bench.shop.put(order("2", "guest@example.com ", "A1"));
    bench.shop.put(order("3", "GUEST@EXAMPLE.COM", "A1"));
    Await.until("three orders", () -> bench.erp.orders().size() == 3);
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).containsExactly("S-1", "S-2", "S-3");
    assertThat(bench.erp.debtors()).hasSize(1);
  }

  @Test
  void tenStockChangesWhileTheShopIsDownBecomeOneWrite() {
    bench.shop.down(true);
    for (int pieces = 1; pieces <= 10; pieces++) {
      bench.erp.onHand("A1", pieces);
    }
    Await.until("a write that waits", () -> bench.count("stock", "retrying") == 1);
    bench.shop.down(false);
    bench.awaitQuiet();
    assertThat(bench.shop.stockWrites()).containsExactly("A1=10");
  }

  @Test
  void aSaleRecordedWhileAFigureIsWrittenCorrectsIt() {
    bench.shop.during(
        () -> {
          bench.shop.put(order("20", "a@example.com", "B1"));
          bench.awaitState("20", "waiting");
        });
    bench.erp.onHand("B1", 10);
    Await.until("correction", () -> bench.shop.stockWrites().size() == 2);
    assertThat(bench.shop.stockWrites()).containsExactly("B1=10", "B1=9");
    assertThat(bench.hub.desk().stock("B1").getFirst().terms())
        .contains("shop orders not yet in the ERP");
  }

  @Test
  void anOrderCancelledBeforeTransferIsNeverCreated() {
    bench.shop.put(order("7", "a@example.com", "LATER"));
    bench.awaitState("7", "waiting");
    bench.shop.put(order("7", "a@example.com", "LATER", OrderState.CANCELLED));
    bench.awaitState("7", "skipped");
    bench.erp.product("LATER");
    bench.clock.advance(Duration.ofSeconds(61));
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).isEmpty();
    assertThat(bench.event("7").reason()).contains("cancelled before transfer");
  }

  @Test
  void anOrderReopenedAfterItsCancellationIsCreatedAfterAll() {
    bench.shop.put(order("8", "a@example.com", "LATER"));
    bench.awaitState("8", "waiting");
    bench.shop.put(order("8", "a@example.com", "LATER", OrderState.CANCELLED));
    bench.awaitState("8", "skipped");
    bench.erp.product("LATER");
    bench.shop.put(order("8", "a@example.com", "LATER"));
    bench.awaitState("8", "done");
    assertThat(bench.erp.orders()).containsExactly("S-8");
  }

  @Test
  void aMissingProductIsWaitedForAndTheOrderGoesOnWhenItAppears() {
    bench.shop.put(order("9", "a@example.com", "LATER"));
    bench.awaitState("9", "waiting");
    Await.until(
        "past its debtor, waiting for the product",
        Await.PATIENCE,
        () -> String.valueOf(bench.event("9").reason()).contains("LATER"));
    assertThat(bench.event("9").fault()).isEqualTo("Missing");
    bench.erp.product("LATER");
    bench.awaitStateAfter(Duration.ofSeconds(61), "9", "done");
    assertThat(bench.erp.orders()).containsExactly("S-9");
  }

  @Test
  void aRefusedOrderIsDeadUntilAPersonResubmitsIt() {
    bench.erp.blocked("A1", true);
    bench.shop.put(order("11", "a@example.com", "A1"));
    bench.awaitState("11", "dead");
    assertThat(bench.event("11").reason()).contains("sku").contains("blocked");
    bench.erp.blocked("A1", false);
    bench.resubmit(bench.event("11").id());
    bench.awaitState("11", "done");
    assertThat(bench.erp.orders()).containsExactly("S-11");
  }

  @Test
  void aRefusedOrderCorrectedInTheShopGoesOnByItself() {
    bench.erp.blocked("OLD", true);
    bench.shop.put(order("12", "a@example.com", "OLD"));
    bench.awaitState("12", "dead");
    bench.shop.put(order("12", "a@example.com", "A1"));
    bench.awaitState("12", "done");
    assertThat(bench.erp.orders()).containsExactly("S-12");
  }

  @Test
  void anOrderWhoseDebtorCannotBeMadeWaitsItsTimeThenAPersonSettlesBoth() {
    bench.erp.blocked("bad@example.com", true);
    bench.shop.put(order("14", "bad@example.com", "A1"));
    bench.awaitState("14", "waiting");
    Await.until("dead debtor", () -> bench.count("customers", "dead") == 1);
    bench.awaitStateAfter(Duration.ofHours(25), "14", "dead");
    bench.erp.blocked("bad@example.com", false);
    List<Long> dead = bench.hub.desk().open(10).stream().map(e -> e.id()).toList();
    assertThat(dead).hasSize(2);
    var _ = bench.decide(Approval.Action.RESUBMIT, dead, "unblocked");
    bench.awaitState("14", "done");
    assertThat(bench.erp.debtors()).containsExactly("bad@example.com");
  }

  @Test
  void anOrderFoundTwiceIsLeftToAPerson() {
    bench.erp.trouble("S-13", Trouble.TWICE);
    bench.shop.put(order("13", "a@example.com", "A1"));
    bench.awaitState("13", "dead");
    assertThat(bench.event("13").fault()).isEqualTo("Ambiguous");
    assertThat(bench.erp.orders()).isEqualTo(Collections.nCopies(2, "S-13"));
  }
}
