package dev.kontor.twin.magento;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Files of the tests; below recorded/ stand answers of a running Magento 2.4.7-p3. */
final class Fixtures {
  private Fixtures() {}

  static boolean has(String name) {
    return Fixtures.class.getResource(name) != null;
  }

  static JsonNode json(String name) {
    return Json.parse(bytes(name));
  }

  static byte[] bytes(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recorded orders, by name. */
  static List<String> orders() {
    return json("carts.json").valueStream().map(c -> c.path("case").asString()).toList();
  }

  static JsonNode order(String name) {
    return json("recorded/orders/" + name + "/order.json");
  }

  /** The items of a recorded list of invoices, shipments or creditmemos of an order. */
  static List<JsonNode> documents(String order, String kind) {
    String file = "recorded/orders/" + order + "/" + kind + ".json";
    return has(file) ? json(file).path("items").valueStream().toList() : List.of();
  }
}
