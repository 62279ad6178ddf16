package dev.kontor.proof.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.hub.ServedHub;
import dev.kontor.app.web.HubGate;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.config.ConfigFile;
import dev.kontor.proof.merchant.TwinPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub whose file connects nothing is set up by somebody who only has a browser: both systems, the
 * pack between them and its flows. Then an order arrives, once.
 */
class SetUpInConsoleTest {

  @Test
  void anOrderArrivesThoughTheFileConnectsNothing(@TempDir Path home) throws Exception {
    Path file = home.resolve("kontor.yaml");
    Files.writeString(file, "connections: {}\n");
    Connectors connectors = Connectors.installed();
    HubGate gate = new HubGate();
    try (TwinPair pair = new TwinPair();
        ServedHub served =
            ServedHub.open(
                new ConfigFile(file, Map.of(), connectors.schemas()), connectors, home, gate)) {
      served.start();
      try (Reception reception = new Reception(gate, pair, served.hub().access())) {
        Map<String, String> environment = new HashMap<>(reception.environment());
        String pictures = System.getProperty("kontor.pictures");
        if (pictures != null) {
          environment.put("KONTOR_PICTURES", pictures);
        }
        assertThat(new Browsing(home).run("setup", environment))
            .isNotEmpty()
            .allSatisfy(result -> assertThat(result.failures()).isEmpty());
      }
      assertThat(pair.truth().erpOrders()).hasSize(1);
    }
  }
}
