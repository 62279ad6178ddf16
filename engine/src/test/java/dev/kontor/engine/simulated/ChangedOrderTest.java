package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.simulated.SimulatedErp.Trouble;
import dev.kontor.model.OrderState;
import dev.kontor.spi.Ability;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where the ERP lets the hub change orders, it follows what happens to them in the shop. */
class ChangedOrderTest {

  private static final String BUYER = "a@example.com";

  @TempDir private Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home, new SimulatedErp(Set.of(Ability.UPDATE, Ability.DELETE)));
    bench.erp.product("A1");
    bench.erp.product("B1");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private String sku() {
    return bench.erp.order("S-1").map(o -> o.path("sku").asString("")).orElse("");
  }

  private void place(String sku) {
    bench.shop.put(order("1", BUYER, sku));
  }

  private void cancel() {
    bench.shop.put(order("1", BUYER, "A1", OrderState.CANCELLED));
  }

  private void awaitSku(String sku) {
    Await.until(
        () -> "has " + sku() + ", open " + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> sku().equals(sku));
  }

  @Test
  void anEditChangesTheOrderAndLeadsBack() {
    place("A1");
    awaitSku("A1");
    place("B1");
    awaitSku("B1");
    place("A1");
    awaitSku("A1");
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).containsExactly("S-1");
  }

  @Test
  void aNewerEditTakesThePlaceOfOneThatWasRefused() {
    place("A1");
    awaitSku("A1");
    bench.erp.blocked("B1", true);
    place("B1");
    Await.until("dead", () -> bench.count("orders", "dead") == 1);
    bench.erp.product("C1");
    place("C1");
    awaitSku("C1");
    bench.awaitQuiet();
  }

  @Test
  void aCancellationTakesTheOrderAwayWithTheEditThatWasRefused() {
    place("A1");
    awaitSku("A1");
    bench.erp.blocked("B1", true);
    place("B1");
    Await.until("dead", () -> bench.count("orders", "dead") == 1);
    cancel();
    bench.awaitQuiet();
    assertThat(bench.erp.order("S-1")).isEqualTo(java.util.Optional.<JsonNode>empty());
    assertThat(bench.has("1", "skipped")).isTrue();
  }

  @Test
  void anEditWhoseAnswerWasLostIsMadeOnce() {
    place("A1");
    awaitSku("A1");
    bench.erp.trouble("S-1", Trouble.LOST_ANSWER);
    place("B1");
    awaitSku("B1");
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).containsExactly("S-1");
  }

  @Test
  void aCancellationWaitsUntilItIsKnownWhetherTheOrderArrived() {
    bench.erp.trouble("S-1", Trouble.LATE_COMMIT);
    place("A1");
    // Who looks late finds it arrived.
    Await.until("lost", () -> bench.has("1", "retrying") || bench.has("1", "done"));
    cancel();
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).isEmpty();
    assertThat(bench.erp.troublesLeft()).isZero();
  }
}
