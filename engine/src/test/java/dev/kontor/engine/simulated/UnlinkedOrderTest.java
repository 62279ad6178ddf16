package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.contract.Await;
import dev.kontor.engine.config.FlowConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that was linked with somebody else's is taken back, and transferred after all. */
class UnlinkedOrderTest {

  private static final List<FlowConfig> LIVE = Wiring.flows("shop", "");
  private static final List<FlowConfig> DRY = LIVE.stream().map(FlowConfig::rehearsed).toList();

  @TempDir private Path home;
  private SimulatedHub bench;
  private SimulatedMatch match;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home, new SimulatedErp(), DRY);
    bench.erp.product("A1");
    bench.shop.put(order("1", "a@example.com", "A1"));
    bench.erp.enter("1");
    match = new SimulatedMatch(home, bench, LIVE);
    match.link(match.compare("orders", ""));
  }

  @AfterEach
  void stop() {
    match.close();
    bench.close();
  }

  @Test
  void itIsTransferredAndItsShopIsToldTheNewNumber() {
    bench.restart(LIVE);
    bench.awaitState("1", "done");
    bench.awaitQuiet();
    assertThat(match.unlink("orders", "order-1")).isEqualTo(1);
    Await.until("transferred", () -> bench.erp.order("S-1").isPresent());
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).containsExactlyInAnyOrder("1", "S-1");
    assertThat(bench.shop.replies()).as("told twice").containsExactly(Map.entry("id-1", 2));
    assertThat(bench.hub.desk().byNumber("1").toString())
        .contains("its link was taken back by Erika: not that one");
    assertThat(match.compare("orders").linked()).isEqualTo(1);
  }

  @Test
  void inADryRunItIsRehearsedAnew() {
    assertThat(match.unlink("orders", "order-1")).isEqualTo(1);
    Await.until(
        () -> bench.hub.desk().byNumber("1").toString(),
        Await.PATIENCE,
        () ->
            bench.hub.desk().byNumber("1").stream()
                .anyMatch(
                    e ->
                        "would create order S-1 in erp; dry run"
                            .equals(String.valueOf(e.reason()))));
    assertThat(bench.erp.orders()).containsExactly("1");
  }

  @Test
  void whatTheHubMadeStaysLinked() {
    bench.shop.put(order("2", "b@example.com", "A1"));
    bench.restart(LIVE);
    bench.awaitState("2", "done");
    bench.awaitQuiet();
    assertThatThrownBy(() -> match.unlink("orders", "order-2"))
        .hasMessageContaining("the hub made order-2 in erp itself");
    assertThatThrownBy(() -> match.unlink("orders", "none"))
        .hasMessageContaining("--number: flow orders has no link to 'none'; write the number");
  }
}
