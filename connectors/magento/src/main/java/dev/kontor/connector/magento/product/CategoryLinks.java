package dev.kontor.connector.magento.product;

import dev.kontor.spi.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * In which categories it stands; others stay, as the shop lays what is sent over what it has
 * (Magento_Catalog, Category/Link/SaveHandler).
 *
 * @param ids of categories
 * @param unmade names of those that the shop does not have yet, where none are made
 */
record CategoryLinks(List<Integer> ids, List<String> unmade) implements Extension {

  private static final String FIELD = "category_links";

  @Override
  public void put(JsonNode there, ObjectNode product, List<Standing.Field> told) {
    Map<Integer, Integer> all = links(there);
    if (all.keySet().containsAll(ids) && unmade.isEmpty()) {
      return;
    }
    String known = told(all.keySet().stream().map(String::valueOf));
    ids.forEach(id -> all.putIfAbsent(id, 0));
    ArrayNode list = product.withObjectProperty(ALL).putArray(FIELD);
    all.forEach(
        (id, place) -> list.addObject().put("position", place).put("category_id", id.toString()));
    Stream<String> wanted = all.keySet().stream().map(String::valueOf);
    told.add(new Standing.Field("categories", told(Stream.concat(wanted, unmade.stream())), known));
  }

  /** Its place in a category, by the category's id. */
  static Map<Integer, Integer> links(JsonNode row) {
    Map<Integer, Integer> links = new LinkedHashMap<>();
    row.path(ALL)
        .path(FIELD)
        .forEach(
            link -> links.put(link.path("category_id").asInt(0), link.path("position").asInt(0)));
    return links;
  }

  private static String told(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }
}
