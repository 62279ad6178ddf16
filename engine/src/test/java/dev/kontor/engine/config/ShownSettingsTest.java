package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Settings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People see how a connection is set up, and of its secrets only that there are some. */
class ShownSettingsTest {

  private static final JsonNode SCHEMA =
      ModelJson.parse(
          """
          {"type": "object", "properties": {
             "url": {"type": "string"},
             "secret": {"$ref": "#/$defs/key"},
             "apps": {"type": "array", "items": {"type": "object", "properties":
               {"name": {"type": "string"}, "key": {"$ref": "#/$defs/key"}}}}},
           "$defs": {"key": {"type": "string", "writeOnly": true}}}
          """);

  @Test
  void aSecretIsNamedAndNotShown() {
    JsonNode values =
        ModelJson.parse(
            """
            {"url": "https://shop.example", "secret": "s3cret",
             "apps": [{"name": "one", "key": "k3y"}]}
            """);
    ConnectionConfig shop =
        new ConnectionConfig(
            "shop",
            "web",
            new Settings("shop", values),
            ZoneOffset.UTC,
            "",
            Map.of(),
            Duration.ofSeconds(1),
            Duration.ZERO);
    Descriptor web =
        new Descriptor(
            "web", "Web", SCHEMA, Map.of(), List.of(), Duration.ofSeconds(1), Duration.ZERO);
    assertThat(PublicSettings.shown(shop, web))
        .isEqualTo(
            ModelJson.parse(
                """
                {"url": "https://shop.example", "secret": "(secret)",
                 "apps": [{"name": "one", "key": "(secret)"}]}
                """));
  }
}
