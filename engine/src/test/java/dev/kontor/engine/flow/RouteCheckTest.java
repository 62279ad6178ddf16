package dev.kontor.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.config.Route;
import dev.kontor.engine.config.StockRule;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One shop, several companies: which orders two flows would take, and which none. */
class RouteCheckTest {

  private static final Route GERMANY = new Route(Set.of(), Set.of(), Set.of("DE", "AT"), Set.of());
  private static final Route FRANCE = new Route(Set.of(), Set.of(), Set.of("FR"), Set.of());
  private static final Route FRANCS = new Route(Set.of(), Set.of("CHF"), Set.of(), Set.of());

  private static ConnectionConfig connection(String name) {
    return new ConnectionConfig(
        name,
        name.equals("shop") ? "shopware" : "business-central",
        new Settings(name, ModelJson.parse("{}")),
        ZoneId.of("Europe/Berlin"),
        "",
        Map.of(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }

  private static FlowConfig flow(FlowKind kind, EntityType entity, String company, Route route) {
    boolean toShop = kind == FlowKind.STOCK;
    return new FlowConfig(
        company + "-" + kind.name().toLowerCase(java.util.Locale.ROOT),
        kind,
        true,
        new FlowConfig.Source(toShop ? company : "shop", entity, null),
        new FlowConfig.Target(toShop ? "shop" : company, entity, "out"),
        new ExportConditions(Map.of(), route, Set.of(), Duration.ZERO, null, null),
        StockRule.PLAIN,
        null,
        null,
        Duration.ofMinutes(1),
        Duration.ofDays(1));
  }

  private static FlowConfig orders(String company, Route route) {
    return flow(FlowKind.ORDERS, EntityType.ORDER, company, route);
  }

  private static HubConfig config(FlowConfig... flows) {
    Map<String, ConnectionConfig> connections =
        Stream.of("shop", "de", "fr")
            .map(RouteCheckTest::connection)
            .collect(Collectors.toMap(ConnectionConfig::name, Function.identity()));
    return new HubConfig(
        null, connections, Map.of(), List.of(flows), Map.of(), RetentionRule.STANDARD);
  }

  private static List<String> found(FlowConfig... flows) {
    return RouteCheck.of(config(flows)).stream()
        .map(f -> f.severity() + " " + f.subject() + ": " + f.problem())
        .toList();
  }

  @Test
  void aFlowThatTakesEveryOrderNeedsNoWord() {
    assertThat(found(orders("de", Route.ALL))).isEmpty();
  }

  @Test
  void whatOneFlowLeavesOutIsToldWithoutAlarm() {
    assertThat(found(orders("de", GERMANY)))
        .containsExactly(
            "OK orders of shop: no flow takes those with another country of delivery than AT, DE");
  }

  @Test
  void companiesByCountryLeaveTheOtherCountriesToNobody() {
    assertThat(found(orders("de", GERMANY), orders("fr", FRANCE)))
        .containsExactly(
            "WARNING orders of shop: no flow takes those with another country of delivery than AT,"
                + " DE, FR");
  }

  @Test
  void twoFlowsThatCanTakeTheSameOrderAreNamed() {
    assertThat(found(orders("de", Route.ALL), orders("fr", FRANCE)))
        .singleElement()
        .asString()
        .startsWith("WARNING flows de-orders and fr-orders: can both take an order of shop");
  }

  @Test
  void gapsOfDifferentConditionsAreToldTogether() {
    assertThat(found(orders("de", GERMANY), orders("fr", FRANCS)))
        .anyMatch(found -> found.startsWith("WARNING flows de-orders and fr-orders"))
        .anyMatch(
            found ->
                found.endsWith(
                    "with another currency than CHF and another country of delivery than AT, DE"));
  }

  @Test
  void aRehearsedFlowTakesNothingFromAnybody() {
    FlowConfig rehearsed = orders("fr", FRANCE).rehearsed();
    assertThat(config(orders("de", Route.ALL), rehearsed).rivals(rehearsed)).isEmpty();
    assertThat(found(orders("de", Route.ALL), rehearsed)).isEmpty();
  }

  @Test
  void twoCompaniesThatWriteOneShopsStockAreNamed() {
    assertThat(
            RouteCheck.of(
                config(
                    flow(FlowKind.STOCK, EntityType.STOCK, "de", Route.ALL),
                    flow(FlowKind.STOCK, EntityType.STOCK, "fr", Route.ALL))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.problem()).startsWith("write the same stock of shop");
            });
  }
}
