package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.config.ArticleAttribute;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.ConfigLoader;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.spi.ConnectorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No attribute of an article is ever written by both flows, whatever the operator writes. */
class OwnersTest {

  @TempDir private Path home;

  private HubConfig config(String flows) throws IOException {
    try (InputStream in = OwnersTest.class.getResourceAsStream("/kontor.yaml")) {
      String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Path file =
          Files.writeString(home.resolve("kontor.yaml"), yaml + "    flows: {" + flows + "}\n");
      ConnectorSchemas installed =
          new ConnectorSchemas(
              ServiceLoader.load(ConnectorProvider.class).stream()
                  .map(provider -> provider.get().descriptor())
                  .toList());
      return ConfigLoader.load(file, Map.of("SHOP_SECRET", "s", "ERP_SECRET", "e"), installed);
    }
  }

  private Set<ArticleAttribute> left(String flow, String flows) throws IOException {
    FlowConfig config =
        config(flows).flows().stream().filter(f -> f.name().equals(flow)).findFirst().orElseThrow();
    return config.sharing().left();
  }

  private void refused(String flows, String... words) {
    assertThatThrownBy(() -> config(flows))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void eachAttributeIsWrittenByOneOfBothFlows() throws IOException {
    String both =
        "products: {enabled: true}, product-changes: {enabled: true, owners: {name: shop}}";
    assertThat(left("products", both)).containsExactly(ArticleAttribute.NAME);
    assertThat(left("product-changes", both))
        .hasSize(ArticleAttribute.values().length - 1)
        .doesNotContain(ArticleAttribute.NAME);
  }

  @Test
  void whatNobodyOwnsIsTheSourcesWhereOneFlowRuns() throws IOException {
    assertThat(left("products", "products: {enabled: true}")).isEmpty();
    assertThat(left("product-changes", "product-changes: {enabled: true}")).isEmpty();
    String priced = "product-changes: {enabled: true}, prices: {enabled: true}";
    assertThat(left("product-changes", priced)).containsExactly(ArticleAttribute.PRICE);
  }

  @Test
  void whatCannotBeIsNamed() {
    refused("product-changes: {owners: {nmae: shop}}", "owners.nmae", "did you mean 'name'?");
    refused("product-changes: {owners: {email: shop}}", "owners.email", "is no attribute");
    refused("product-changes: {owners: {name: latest}}", "owners.name", "write shop or erp");
    refused("products: {owners: {name: shop}}", "state them with the flow 'product-changes'");
    refused(
        "product-changes: {enabled: true, owners: {price: shop}}, prices: {enabled: true}",
        "gives price",
        "owners: {price: erp}");
  }
}
