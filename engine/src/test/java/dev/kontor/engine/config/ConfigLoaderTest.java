package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = new Installation(directory);
  }

  @Test
  void connectionsHaveTheirSecretsAndOverrides() {
    HubConfig config =
        installation.load(
            """
            publicUrl: https://hub.example
            connections:
              shop:
                connector: web
                zone: Europe/Berlin
                referencePrefix: "SW-"
                settings: {url: "https://shop.example", version: "6.5", secret: {env: SHOP_SECRET}}
                limits: {concurrent-requests: 3}
                settle: PT20M
              erp: {connector: books, settings: {company: Nord}}
            """);
    ConnectionConfig shop = connection(config, "shop");

    assertThat(config.publicUrl()).isEqualTo(URI.create("https://hub.example"));
    assertThat(shop.settings().text("secret")).isEqualTo("s3cret");
    assertThat(shop.referencePrefix()).isEqualTo("SW-");
    assertThat(shop.limits()).isEqualTo(Map.of("concurrent-requests", 3L));
    assertThat(shop.settle()).isEqualTo(Duration.ofMinutes(20));
    assertThat(shop.longestCall()).as("the connector's").isEqualTo(Duration.ofSeconds(30));
    assertThat(connection(config, "erp").zone())
        .as("shares the only zone stated")
        .isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void secretsComeFromFilesBesideTheConfigurationAndStayHidden() {
    HubConfig config =
        installation
            .file("secrets/shop", "from-file\n")
            .file("secrets/door", "door-key\n")
            .load(
                """
                connections:
                  shop:
                    connector: web
                    zone: Europe/Vienna
                    settings:
                      url: "https://shop.example"
                      secret: {file: secrets/shop}
                      door: {path: /in, key: {file: secrets/door}}
                """);
    ConnectionConfig shop = connection(config, "shop");

    assertThat(shop.settings().text("secret")).isEqualTo("from-file");
    assertThat(shop.settings().node("door").path("key").asString()).isEqualTo("door-key");
    assertThat(config.toString()).doesNotContain("from-file", "door-key");
    assertThat(
            PublicSettings.of(shop, Installation.installed().connector("web").orElseThrow())
                .toString())
        .isEqualTo(
            "{\"url\":\"https://shop.example\",\"door\":{\"path\":\"/in\"},"
                + "\"zone\":\"Europe/Vienna\",\"referencePrefix\":\"\"}");
  }

  @Test
  void tablesComeInlineOrFromFiles() {
    HubConfig config =
        installation
            .file("tables/carriers.csv", "# shop;erp\nstandard;DHL\n\"a;b\",\"say \"\"x\"\"\"\n")
            .load(
                Installation.CONNECTIONS
                    + """
                    tables:
                      methods: {payment_prepayment: PREPAY, 14: 014}
                      carriers: {file: tables/carriers.csv}
                    """);

    assertThat(config.tables().get("methods"))
        .isEqualTo(new ValueTable("methods", Map.of("payment_prepayment", "PREPAY", "14", "014")));
    assertThat(config.tables().get("carriers"))
        .isEqualTo(new ValueTable("carriers", Map.of("standard", "DHL", "a;b", "say \"x\"")));
  }

  @Test
  void aPackGivesFlowsWithTheOperatorsSettingsOverItsOwn() {
    HubConfig config =
        installation.load(
            Installation.CONNECTIONS
                + """
                packs:
                  - use: books--web
                    roles: {shop: shop, erp: erp}
                    prefix: "de-"
                    flows:
                      orders:
                        conditions: {paymentStates: {"*": [PAID, OPEN]}, from: 2026-07-01, fromNumber: 10008,
                          currencies: [EUR], countries: [DE, AT], billToCountries: [DE]}
                      stock: {enabled: false, rule: {safety: 1.5, locations: [MAIN]}}
                """);

    assertThat(config.flows())
        .containsExactly(
            new FlowConfig(
                "de-customers",
                FlowKind.CUSTOMERS,
                true,
                new FlowConfig.Source("shop", EntityType.CUSTOMER, null),
                new FlowConfig.Target("erp", EntityType.CUSTOMER, "books/order.out"),
                ExportConditions.ALWAYS,
                StockRule.PLAIN,
                null,
                null,
                Duration.ofMinutes(1),
                Duration.ofDays(3)),
            new FlowConfig(
                "de-orders",
                FlowKind.ORDERS,
                true,
                new FlowConfig.Source("shop", EntityType.ORDER, "web/order.in"),
                new FlowConfig.Target("erp", EntityType.ORDER, "books/order.out"),
                new ExportConditions(
                    Map.of("*", Set.of(PaymentState.PAID, PaymentState.OPEN)),
                    new Route(Set.of(), Set.of("EUR"), Set.of("DE", "AT"), Set.of("DE")),
                    Set.of(),
                    Duration.ofMinutes(5),
                    Instant.parse("2026-06-30T22:00:00Z"),
                    "10008"),
                StockRule.PLAIN,
                "de-customers",
                null,
                Duration.ofMinutes(1),
                Duration.ofDays(1)),
            new FlowConfig(
                "de-stock",
                FlowKind.STOCK,
                false,
                new FlowConfig.Source("erp", EntityType.STOCK, null),
                new FlowConfig.Target("shop", EntityType.STOCK, "web/stock.out"),
                ExportConditions.ALWAYS,
                new StockRule(Set.of("MAIN"), new BigDecimal("1.5"), false, 0, Set.of()),
                null,
                null,
                Duration.ofSeconds(30),
                Duration.ofDays(3)));
  }

  @Test
  void aFlowRestsByTheClockOfItsTarget() {
    HubConfig config =
        installation.load(
            Installation.CONNECTIONS
                + """
                packs:
                  - use: books--web
                    roles: {shop: shop, erp: erp}
                    flows:
                      stock: {quiet: [{from: "22:00", to: "06:00"}]}
                """);

    DailyWindow night = new DailyWindow(LocalTime.of(22, 0), LocalTime.of(6, 0));
    assertThat(config.flows())
        .filteredOn(f -> f.name().equals("stock"))
        .extracting(FlowConfig::quiet)
        .containsExactly(new QuietHours(List.of(night), connection(config, "shop").zone()));
  }

  @Test
  void aFlowIsComparedByTheClockOfItsTargetIfAtAll() {
    HubConfig config =
        installation.load(
            Installation.CONNECTIONS
                + """
                packs:
                  - use: books--web
                    roles: {shop: shop, erp: erp}
                    flows:
                      stock: {reconcile: "03:30"}
                """);

    assertThat(config.flows())
        .extracting(FlowConfig::name, FlowConfig::reconcile)
        .contains(
            tuple("stock", new DailyTime(LocalTime.of(3, 30), connection(config, "shop").zone())),
            tuple("orders", null));
  }

  @Test
  void theDebtorsOfRehearsedOrdersAreRehearsedToo() {
    HubConfig config =
        installation.load(
            Installation.CONNECTIONS
                + """
                packs:
                  - use: books--web
                    roles: {shop: shop, erp: erp}
                    prefix: "de-"
                    flows:
                      orders: {dryRun: true}
                """);

    assertThat(config.flows())
        .filteredOn(FlowConfig::dryRun)
        .extracting(FlowConfig::name)
        .containsExactlyInAnyOrder("de-orders", "de-customers");
  }

  @Test
  void overlaysAreFiledUnderTheMappingTheyChange() {
    String overlay = "overlay: web/order.in\nrules: []\n";

    assertThat(
            installation
                .file("overlays/a.yaml", overlay)
                .load(Installation.CONNECTIONS + "overlays: [overlays/a.yaml]\n")
                .overlays())
        .isEqualTo(Map.of("web/order.in", List.of(overlay)));
  }

  @Test
  void theSchemaForEditorsKnowsConnectorsPacksAndSecrets() {
    String schema =
        ModelJson.mapper().writeValueAsString(ConfigSchema.of(Installation.installed()));

    assertThat(schema)
        .contains(
            "[\"books\",\"web\"]", "\"books--web\"", "\"secret\":{\"$ref\":\"#/$defs/secret\"}");
  }

  private static ConnectionConfig connection(HubConfig config, String name) {
    ConnectionConfig connection = config.connections().get(name);
    return Objects.requireNonNull(connection);
  }
}
