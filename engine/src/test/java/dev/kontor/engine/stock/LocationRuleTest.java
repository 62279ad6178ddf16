package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.AssembledConnector;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Locations;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that name locations: followed, or refused in plain words. */
final class LocationRuleTest {

  private static StockRule rule(Set<String> locations, boolean receipts, Set<String> apart) {
    return new StockRule(locations, BigDecimal.ZERO, receipts, 0, apart);
  }

  @Test
  void aRuleThatCannotBeFollowedStopsItsFlowAndSaysWhy(@TempDir Path home) {
    try (StockBench bench = new StockBench(home, rule(Set.of("MAIN"), false, Set.of()))) {
      bench.erp.has("A1", 10, 0);
      bench.changed("A1");
      bench.work();
      assertThat(bench.shop.written).isEmpty();
      assertThat(bench.outcomes())
          .singleElement()
          .asString()
          .startsWith("changed waiting the flow's rule counts only the locations [MAIN]");
      assertThat(bench.ledger.column("select subject from pause")).containsExactly("flow:stock");
    }
  }

  @Test
  void whatAShopOfOtherLocationsSoldIsNoPartOfTheFigure(@TempDir Path home) {
    try (StockBench bench = new StockBench(home, rule(Set.of(), false, Set.of("outlet")))) {
      Instant placed = bench.now().minus(Duration.ofHours(1));
      DemandStore.Sold there =
          new DemandStore.Sold("outlet", "9", "A1", BigDecimal.valueOf(4), placed);
      bench.in(c -> bench.demand.record(c, List.of(there)));
      bench.sold("1", "A1", 2, placed);
      bench.erp.has("A1", 10, 0);
      bench.changed("A1");
      bench.work();
      assertThat(bench.shop.written).containsExactly("A1=8");
      assertThat(bench.outcomes()).as("and nothing is thought to have crossed it").hasSize(1);
    }
  }

  private static final class Warehouse extends AssembledConnector {
    private final Optional<Set<String>> codes;

    Warehouse(Optional<Set<String>> codes) {
      super("simerp", Map.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));
      this.codes = codes;
    }

    @Override
    public Optional<Locations> locations() {
      return Optional.of(() -> codes.map(TreeSet::new));
    }
  }

  private static List<Finding> findings(StockRule rule, Optional<Set<String>> codes) {
    FlowConfig flow =
        new FlowConfig(
            "stock",
            FlowKind.STOCK,
            true,
            new FlowConfig.Source("erp", EntityType.STOCK, null),
            new FlowConfig.Target("shop", EntityType.STOCK, "simshop/stock.out"),
            ExportConditions.ALWAYS,
            rule,
            null,
            null,
            Duration.ofMinutes(1),
            Duration.ofDays(3));
    return RuleCheck.of(flow, new Warehouse(codes));
  }

  @Test
  void theCheckNamesUnknownLocationsAndTheKnownOnes() {
    Optional<Set<String>> known = Optional.of(Set.of("MAIN", "OUTLET"));
    assertThat(findings(rule(Set.of("MAIN", "MIAN"), false, Set.of()), known))
        .containsExactly(
            Finding.error(
                "rule of flow stock",
                "names locations that erp does not have: MIAN",
                "Use codes as they stand there: MAIN, OUTLET."));
    assertThat(findings(rule(Set.of("MAIN"), false, Set.of()), known))
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.OK);
    assertThat(findings(StockRule.PLAIN, known)).isEmpty();
  }

  @Test
  void theCheckSaysWhatAnErpOfOneSumCannotDo() {
    assertThat(findings(rule(Set.of("MAIN"), false, Set.of()), Optional.empty()))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.ERROR))
        .satisfies(f -> assertThat(f.problem()).contains("MAIN", "erp tells one sum of all"));
    assertThat(findings(rule(Set.of(), true, Set.of()), Optional.empty()))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.WARNING))
        .satisfies(f -> assertThat(f.problem()).contains("counts expected receipts"));
  }
}
