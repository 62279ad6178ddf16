package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whose sales count in whose figure. */
final class SharedStockTest {

  private static FlowConfig flow(String shop, boolean enabled, String... locations) {
    return new FlowConfig(
        shop + "-stock",
        FlowKind.STOCK,
        enabled,
        new FlowConfig.Source("erp", EntityType.STOCK, null),
        new FlowConfig.Target(shop, EntityType.STOCK, "web/stock.out"),
        ExportConditions.ALWAYS,
        new StockRule(Set.of(locations), BigDecimal.ZERO, false, 0, Set.of()),
        null,
        null,
        Duration.ofMinutes(1),
        Duration.ofDays(3));
  }

  private static List<Set<String>> apart(FlowConfig... flows) {
    return SharedStock.among(List.of(flows)).stream()
        .map(flow -> flow.stock().apart())
        .collect(Collectors.toList());
  }

  @Test
  void shopsOfDifferentLocationsSellApart() {
    assertThat(apart(flow("a", true, "EAST"), flow("b", true, "MAIN", "SHOP")))
        .containsExactly(Set.of("b"), Set.of("a"));
  }

  @Test
  void oneLocationInCommonIsEnoughToShare() {
    assertThat(apart(flow("a", true, "EAST", "SHOP"), flow("b", true, "MAIN", "SHOP")))
        .containsExactly(Set.of(), Set.of());
    assertThat(apart(flow("a", true, "EAST"), flow("b", true)))
        .as("without a list all locations count")
        .containsExactly(Set.of(), Set.of());
  }

  @Test
  void aShopThatIsToldNothingMaySellAnything() {
    assertThat(apart(flow("a", true, "EAST"), flow("b", false, "MAIN")).getFirst()).isEmpty();
  }

  @Test
  void aShopOfTwoFlowsSellsWhatEitherTellsIt() {
    assertThat(apart(flow("a", true, "EAST"), flow("b", true, "MAIN"), flow("b", true, "EAST")))
        .containsExactly(Set.of(), Set.of("a"), Set.of());
  }
}
