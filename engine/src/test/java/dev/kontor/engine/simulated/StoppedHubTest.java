package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One switch stops all writing of every process until somebody ends it. */
final class StoppedHubTest {

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
  void nothingIsWrittenWhileEverythingIsStoppedAlsoAfterARestart() {
    bench.hub.desk().stop("ada", "stocktaking");
    bench.shop.put(order("1", "a@example.com", "A1"));
    awaitStopped();
    bench.restart(Wiring.flows("shop", ""));
    assertThat(bench.hub.desk().paused()).containsEntry("everything", "stocktaking");
    bench.clock.advance(Duration.ofMinutes(5));
    awaitStopped();
    assertThat(bench.erp.debtors()).isEmpty();
    bench.hub.desk().start("ada");
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).containsExactly("S-1");
  }

  private void awaitStopped() {
    Await.until(
        () -> "open " + bench.hub.desk().open(9),
        Await.PATIENCE,
        () ->
            bench.hub.desk().open(9).stream()
                .anyMatch(e -> "everything is stopped: stocktaking".equals(e.reason())));
  }
}
