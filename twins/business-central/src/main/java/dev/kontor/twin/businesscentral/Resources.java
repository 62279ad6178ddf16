package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The tables of API v2.0 and the built-in demo company. */
final class Resources {
  private Resources() {}

  static Schema api() {
    return Schema.parse(new String(read("api.txt"), StandardCharsets.UTF_8));
  }

  /** The pages of the companion app; those of the old price tables only while these hold. */
  static Schema companion(boolean legacyPrices) {
    Schema all = Schema.parse(new String(read("companion.txt"), StandardCharsets.UTF_8));
    return legacyPrices
        ? all
        : new Schema(
            all.tables().entrySet().stream()
                .filter(table -> !table.getKey().startsWith("legacy"))
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
  }

  static JsonNode demoCompany() {
    return Json.parse(read("demo-company.json"));
  }

  private static byte[] read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream("/business-central/" + name)) {
      if (in == null) {
        throw new IllegalStateException("Resource business-central/" + name + " is missing.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
