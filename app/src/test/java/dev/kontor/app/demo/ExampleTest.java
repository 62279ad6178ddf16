package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.Connectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example people copy is the configuration the demo proves. */
class ExampleTest {

  private static final Map<String, String> VALUES =
      Map.of(
          "doors", "https://hub.example",
          "shop", "https://shop.example",
          "shopClientId", "SWIAEXAMPLE000000000000000",
          "authority", "https://login.microsoftonline.com",
          "apiRoot", "https://api.businesscentral.dynamics.com",
          "tenant", "7c3f3c1e-0000-4000-8000-6d65726368aa",
          "erpClientId", "11111111-2222-3333-4444-555555555555");

  @Test
  void isTheDemosConfigurationWithOtherAddresses() throws IOException {
    String demo =
        DemoConfiguration.of(
            "shopware", "business-central", VALUES, Connectors.installed().schemas());
    assertThat(demo).doesNotContain("${");
    assertThat(Path.of("../docs/example/kontor.yaml")).exists().hasContent(demo);
  }
}
