package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.problem.Approval;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that a person gives up no longer lowers the stock of any shop, and stays given up. */
final class DiscardedOrderTest {

  private static final String OPEN = "select count(*) from open_demand where closed is null";

  @TempDir Path home;
  private TwoShops bench;

  @BeforeEach
  void start() {
    bench = new TwoShops(home);
    bench.erp.product("A1");
    bench.erp.blocked("A1", true);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static String last(SimulatedShop shop) {
    return shop.stockWrites().isEmpty() ? "" : shop.stockWrites().getLast();
  }

  private void told(String figure) {
    Await.until(
        () -> "not " + figure + ": " + bench.shop.stockWrites() + bench.other.stockWrites(),
        Await.PATIENCE,
        () -> figure.equals(last(bench.shop)) && figure.equals(last(bench.other)));
  }

  private int decided(Approval.Action action, long message, String reason) {
    return SimulatedHub.carried(
            bench.hub.problems().deciding().decide(action, List.of(message), "ada", reason))
        .changed();
  }

  @Test
  void itsGoodsAreForSaleAgain() {
    bench.erp.onHand("A1", 10);
    told("A1=10");
    bench.shop.put(order("1", "a@example.com", "A1"));
    long created = bench.await("1", "created", "dead").id();
    told("A1=9");
    assertThat(decided(Approval.Action.DISCARD, created, "entered by hand")).isEqualTo(1);
    assertThat(bench.number(OPEN)).as("closed together with the decision").isZero();
    told("A1=10");
  }

  @Test
  void aLaterChangeInTheShopDoesNotBringItBack() {
    bench.shop.put(order("2", "a@example.com", "A1"));
    long created = bench.await("2", "created", "dead").id();
    assertThat(decided(Approval.Action.DISCARD, created, "a test order")).isEqualTo(1);
    bench.erp.product("B1");
    bench.shop.put(order("2", "a@example.com", "B1"));
    String read =
        "select count(*) from message where event = 'polled' and state = 'skipped'"
            + " and reason like '%discarded%'";
    Await.until("read again", () -> bench.number(read) == 1);
    assertThat(bench.number(OPEN)).isZero();
    assertThat(decided(Approval.Action.RESUBMIT, created, "again")).isZero();
    assertThat(bench.erp.orders()).isEmpty();
  }
}
