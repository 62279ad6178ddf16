package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.model.EntityType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said of a flow while its ends are compared. */
class FoundDifferencesTest {

  private final StringWriter said = new StringWriter();
  private final FoundDifferences found = new FoundDifferences(flow(), false, new PrintWriter(said));

  private static FlowConfig flow() {
    return new FlowConfig(
        "orders",
        FlowKind.ORDERS,
        true,
        new FlowConfig.Source("shop", EntityType.ORDER, null),
        new FlowConfig.Target("erp", EntityType.ORDER, "m"),
        ExportConditions.ALWAYS,
        StockRule.PLAIN,
        null,
        null,
        Duration.ofMinutes(1),
        Duration.ofDays(1));
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    found.begin();
    found.incomparable("no flow of kind progress");
    assertThat(said.toString().lines())
        .containsExactly(
            "flow orders: shop → erp", "  cannot be compared: no flow of kind progress");
  }

  @Test
  void progressIsSaidEveryFiveHundredHoweverManyComeAtOnce() {
    for (int compared : new int[] {50, 499, 500, 550, 1_600, 1_650}) {
      found.progress(compared);
    }
    assertThat(said.toString().lines()).containsExactly("  500 compared", "  1600 compared");
  }
}
