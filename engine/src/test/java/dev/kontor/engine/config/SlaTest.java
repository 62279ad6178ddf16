package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders are to arrive within a quarter of an hour, everything else whenever nobody says. */
class SlaTest {

  private static final String PACK =
      Installation.CONNECTIONS
          + """
          packs:
            - use: books--web
              roles: {shop: shop, erp: erp}
              flows:
          """;

  @TempDir private Path directory;

  private HubConfig load(String flows) {
    return new Installation(directory).load(PACK + flows);
  }

  @Test
  void whatIsStatedHoldsElseTheUsual() {
    assertThat(load("      stock: {sla: PT2M}\n").flows())
        .extracting(FlowConfig::name, FlowConfig::sla)
        .containsExactlyInAnyOrder(
            tuple("customers", null),
            tuple("orders", Duration.ofMinutes(15)),
            tuple("stock", Duration.ofMinutes(2)));
    assertThat(load("      orders: {sla: P1D, dryRun: true}\n").flows())
        .extracting(FlowConfig::name, FlowConfig::sla)
        .contains(tuple("orders", Duration.ofDays(1)));
  }
}
