package dev.kontor.connector.magento.picture;

import dev.kontor.connector.magento.order.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A picture in the gallery of a product.
 *
 * @param sha256 of its bytes if the hub uploaded it, null for the shop's own
 * @param roles what it is shown as, such as {@code thumbnail}
 * @param row as the shop tells it
 */
record Entry(int id, @Nullable String sha256, int position, Set<String> roles, JsonNode row) {

  /** The shop adds a number to a name it has already. */
  private static final Pattern OWN = Pattern.compile("(?:.*/)?([0-9a-f]{64})(?:_\\d+)?\\.\\w+");

  static Entry of(JsonNode row) {
    Matcher own = OWN.matcher(row.path("file").asString(""));
    return new Entry(
        row.path("id").asInt(0),
        own.matches() ? own.group(1) : null,
        row.path("position").asInt(0),
        row.path("types")
            .valueStream()
            .map(type -> type.asString(""))
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        row);
  }

  /** Of a product's row. */
  static List<Entry> all(JsonNode product) {
    return product.path("media_gallery_entries").valueStream().map(Entry::of).toList();
  }

  /** The same at another place and with other roles, its words as they are. */
  void put(ObjectNode entry, int place, Set<String> as) {
    entry.put("id", id).put("media_type", row.path("media_type").asString("image"));
    entry.put("label", Text.text(row.path("label")));
    entry.put("position", place).put("disabled", row.path("disabled").asBoolean(false));
    ArrayNode types = entry.putArray("types");
    as.forEach(types::add);
  }
}
