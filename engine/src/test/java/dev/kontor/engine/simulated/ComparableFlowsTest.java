package dev.kontor.engine.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Reconciliation;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compared says why instead of passing for equal. */
class ComparableFlowsTest {

  @TempDir private Path home;

  private Optional<String> obstacle(List<FlowConfig> flows, String name) {
    try (Database database = Database.forTests("Pacific/Chatham");
        Reconciliation reconciliation =
            new Reconciliation(
                Wiring.config(Map.of("shop", "S-", "erp", ""), flows),
                new Connectors(Map.of("shop", new SimulatedShop(), "erp", new SimulatedErp())),
                database,
                Wiring.vault(home, database))) {
      FlowConfig flow =
          reconciliation.flows().stream()
              .filter(f -> f.name().equals(name))
              .findFirst()
              .orElseThrow();
      return reconciliation.obstacle(flow);
    }
  }

  @Test
  void ordersNeedAFlowThatReadsThemInTheErp() {
    List<FlowConfig> flows = Wiring.flows("shop", "");
    assertThat(obstacle(flows, "orders")).isEmpty();
    List<FlowConfig> without =
        flows.stream().filter(flow -> flow.kind() != FlowKind.PROGRESS).toList();
    assertThat(obstacle(without, "orders"))
        .hasValueSatisfying(
            why -> assertThat(why).contains("no flow of kind progress from erp to shop"));
  }

  @Test
  void stockNeedsAShopThatTellsWhatItShows() {
    assertThat(obstacle(Wiring.flows("shop", ""), "stock"))
        .hasValueSatisfying(why -> assertThat(why).contains("shop cannot tell what stock"));
  }
}
