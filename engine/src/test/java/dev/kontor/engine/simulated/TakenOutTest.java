package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Decisions;
import dev.kontor.engine.problem.Approval;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that a person finishes without its effect: skipped, or linked to what is there. */
final class TakenOutTest {

  private static final Decisions.Result ONE = new Decisions.Result(1, Map.of());

  @TempDir Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    bench.erp.blocked("A1", true);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private long dead(String number) {
    bench.shop.put(order(number, "a@example.com", "A1"));
    bench.awaitState(number, "dead");
    return bench.event(number).id();
  }

  @Test
  void whatAPersonSkippedStaysOutThoughItChangesInTheShop() {
    long created = dead("1");
    Deciding deciding = bench.hub.problems().deciding();
    assertThat(
            SimulatedHub.carried(
                deciding.decide(Approval.Action.SKIP, List.of(created), "ada", "a test order")))
        .isEqualTo(ONE);
    assertThat(bench.event("1"))
        .extracting("state", "reason")
        .containsExactly("skipped", "a test order (ada)");
    bench.erp.product("B1");
    bench.shop.put(order("1", "a@example.com", "B1"));
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).isEmpty();
    assertThat(bench.hub.desk().byNumber("1"))
        .anyMatch(e -> String.valueOf(e.reason()).contains("discarded or skipped"));
  }

  @Test
  void whatIsInTheErpAlreadyIsLinkedAndTheShopToldItsNumber() {
    long created = dead("1");
    Deciding deciding = bench.hub.problems().deciding();
    bench.erp.enter("S-1");
    bench.erp.enter("S-2");
    assertThat(SimulatedHub.carried(deciding.entered(created, "order-1", "ada", "entered by hand")))
        .isEqualTo(ONE);
    bench.awaitState("1", "done");
    bench.awaitQuiet();
    assertThat(bench.event("1").reason()).isEqualTo("linked to order-1 in erp");
    assertThat(bench.erp.orders()).containsExactly("S-1", "S-2");
    assertThat(bench.shop.replies().values()).containsExactly(1);
    assertThat(bench.hub.problems().links().of("1"))
        .anyMatch(link -> link.targetId().equals("order-1"));
  }
}
