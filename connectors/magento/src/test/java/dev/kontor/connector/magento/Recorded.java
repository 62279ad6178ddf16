package dev.kontor.connector.magento;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers recorded from a real Magento Open Source 2.4.7-p3 shop. */
public final class Recorded {

  private static final String ROOT = "/magento-2.4.7/";

  private Recorded() {}

  public static byte[] bytes(String file) {
    try (InputStream in = Recorded.class.getResourceAsStream(ROOT + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String file) {
    return ModelJson.parse(bytes(file));
  }

  /** Names of all recorded orders. */
  public static List<String> cases() {
    try (Stream<Path> folders = Files.list(folder())) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(Recorded.class.getResource(ROOT + "orders")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the reader gives it: with what belongs to it. */
  public static JsonNode order(String name) {
    ObjectNode order = (ObjectNode) json("orders/" + name + "/order.json");
    for (String part : List.of("invoices", "shipments", "creditmemos")) {
      Path file = folder().resolve(name).resolve(part + ".json");
      order.set(
          part,
          Files.exists(file)
              ? json("orders/" + name + "/" + part + ".json").path("items")
              : ModelJson.mapper().createArrayNode());
    }
    return order;
  }

  public static JsonNode expected(String name) {
    return json("orders/" + name + "/expected.json");
  }
}
