package dev.kontor.connector.magento.sharedcatalog;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Shared catalogues that a search found.
 *
 * @param byName ignoring case, as the shop's database does
 * @param total how many there are, on further pages, too
 */
record Listed(Map<String, SharedCatalog> byName, int total) {

  static Listed of(JsonNode answer) {
    Map<String, SharedCatalog> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (JsonNode row : answer.path("items")) {
      String name = row.path("name").asString("");
      all.put(name.strip(), new SharedCatalog(row.path("id").asInt(0), name));
    }
    return new Listed(all, answer.path("total_count").asInt(0));
  }
}
