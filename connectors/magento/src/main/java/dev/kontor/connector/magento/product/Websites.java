package dev.kontor.connector.magento.product;

import dev.kontor.spi.Standing;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * In which websites it is; others stay.
 *
 * @param ids empty for no word in it
 */
record Websites(List<Integer> ids) implements Extension {

  @Override
  public void put(JsonNode there, ObjectNode product, List<Standing.Field> told) {
    List<Integer> known =
        there.path(ALL).path("website_ids").valueStream().map(id -> id.asInt(0)).toList();
    if (known.containsAll(ids)) {
      return;
    }
    List<Integer> all = new ArrayList<>(known);
    ids.stream().filter(id -> !known.contains(id)).forEach(all::add);
    ArrayNode list = product.withObjectProperty(ALL).putArray("website_ids");
    all.forEach(list::add);
    told.add(new Standing.Field("websites", all.toString(), known.toString()));
  }
}
