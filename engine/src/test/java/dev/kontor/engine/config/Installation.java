package dev.kontor.engine.config;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory with a configuration, and two connectors that exist only as descriptors. */
public final class Installation {

  public static final String CONNECTIONS =
      """
      connections:
        shop:
          connector: web
          zone: Europe/Berlin
          referencePrefix: "SW-"
          settings: {url: "https://shop.example", secret: {env: SHOP_SECRET}}
        erp: {connector: books, settings: {company: Nord}}
      """;

  private final Path directory;
  public final Map<String, String> environment = new HashMap<>();

  public Installation(Path directory) {
    this.directory = directory;
    environment.put("SHOP_SECRET", "s3cret");
  }

  public static ConnectorSchemas installed() {
    return new ConnectorSchemas(
        List.of(
            descriptor(
                "web",
                """
                {"type": "object", "required": ["url", "secret"], "additionalProperties": false,
                 "properties": {
                   "url": {"type": "string", "format": "uri", "description": "the shop's address"},
                   "version": {"enum": ["6.5", "6.6"]},
                   "secret": {"type": "string", "minLength": 4, "writeOnly": true},
                   "door": {"$ref": "#/$defs/door", "title": "Door"}},
                 "$defs": {
                   "key": {"type": "string", "writeOnly": true},
                   "door": {"type": "object", "properties":
                     {"path": {"type": "string"}, "key": {"$ref": "#/$defs/key"}}}}}
                """),
            descriptor(
                "books",
                """
                {"type": "object", "required": ["company"],
                 "properties": {"company": {"type": "string"}}}
                """)));
  }

  private static Descriptor descriptor(String id, String schema) {
    return new Descriptor(
        id,
        id,
        ModelJson.parse(schema),
        Map.of(),
        List.of(new Limit(Limit.CONCURRENT_REQUESTS, 5, "test", LocalDate.of(2026, 1, 1))),
        Duration.ofSeconds(30),
        Duration.ZERO);
  }

  public Installation file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HubConfig load(String yaml) {
    file("kontor.yaml", yaml);
    return ConfigLoader.load(directory.resolve("kontor.yaml"), environment, installed());
  }
}
