package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.config.ConfigLoader;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another system behind the other side needs other configuration and nothing else. */
class DemoConfigurationTest {

  private static final Pattern SECRET = Pattern.compile("\\{file: secrets/[a-z-]+}");

  private final ConnectorSchemas installed = Connectors.installed().schemas();

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "shopware, business-central",
    "magento, business-central",
    "shopware, finance-operations",
    "magento, finance-operations"
  })
  void isSoundAndHasOrdersAndStockOn(String shop, String erp) throws IOException {
    HubConfig config = config(shop, erp);
    assertThat(config.connections().values())
        .extracting(ConnectionConfig::connector)
        .containsExactlyInAnyOrder(shop, erp);
    assertThat(config.flows().stream().filter(FlowConfig::enabled))
        .extracting(FlowConfig::name)
        .containsExactlyInAnyOrder("customers", "orders", "order-reply", "stock");
  }

  /** What it offers to be switched on is all that is off. */
  @ParameterizedTest
  @CsvSource({"shopware, business-central", "magento, finance-operations"})
  void offersWhatElseThePackHas(String shop, String erp) throws IOException {
    String text = text(shop, erp);
    for (FlowConfig flow : config(shop, erp).flows()) {
      assertThat(text.contains("# " + flow.name() + ": {enabled: true}"))
          .as(flow.name())
          .isNotEqualTo(flow.enabled());
    }
  }

  private String text(String shop, String erp) throws IOException {
    Map<String, String> values =
        Map.of(
            "doors", "https://hub.example",
            "shop", "https://shop.example",
            "erp", "https://erp.example",
            "apiRoot", "https://erp.example",
            "authority", "https://login.example",
            "scope", "https://erp.example/.default",
            "tenant", "tenant.example",
            "shopClientId", "shop",
            "consumerKey", "shop",
            "erpClientId", "erp");
    return DemoConfiguration.of(shop, erp, values, installed);
  }

  private HubConfig config(String shop, String erp) throws IOException {
    String text = SECRET.matcher(text(shop, erp)).replaceAll("{env: SECRET}");
    assertThat(text).doesNotContain("${");
    Path file = Files.writeString(home.resolve("kontor.yaml"), text);
    return ConfigLoader.load(file, Map.of("SECRET", "s"), installed);
  }
}
