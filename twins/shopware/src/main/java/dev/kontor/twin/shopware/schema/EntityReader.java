package dev.kontor.twin.shopware.schema;

import dev.kontor.twin.shopware.ShopVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads an entity as {@code entities.json} states it: {@code name:kind} is a field ({@code !}
 * required, {@code ~} read-only, a number: longest text), {@code name>entity@key} an association,
 * {@code 6.7 } before it the first version that has it, {@code <6.7 } the first that has it no
 * more.
 */
final class EntityReader {
  private static final String SINCE_6_7 = "6.7 ";
  private static final String UNTIL_6_7 = "<6.7 ";

  private EntityReader() {}

  static Entity read(String name, JsonNode json, ShopVersion version) {
    Map<String, Property> properties = new LinkedHashMap<>();
    texts(json.get("fields")).stream()
        .flatMap(text -> property(text, version).stream())
        .forEach(p -> properties.put(p.name(), p));
    return new Entity(
        name,
        json.get("versioned").asBoolean(),
        texts(json.path("translated")),
        texts(json.path("references")),
        json.has("mapping") ? Mapping.of(json.get("mapping")) : null,
        properties);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static Optional<Property> property(String text, ShopVersion version) {
    String mark =
        text.startsWith(SINCE_6_7) ? SINCE_6_7 : text.startsWith(UNTIL_6_7) ? UNTIL_6_7 : "";
    boolean missing = mark.equals(version == ShopVersion.V6_7 ? UNTIL_6_7 : SINCE_6_7);
    return missing ? Optional.empty() : Optional.of(property(text.substring(mark.length())));
  }

  private static Property property(String text) {
    return text.contains(">") ? Association.parse(text) : Field.parse(text);
  }
}
