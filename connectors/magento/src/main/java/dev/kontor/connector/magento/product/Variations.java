package dev.kontor.connector.magento.product;

import dev.kontor.spi.Standing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Among which products buyers choose, and by what. Both are always sent together: the shop takes
 * products without attributes for all the same, and drops them with an attribute that goes
 * (Magento_ConfigurableProduct, Plugin/ProductRepositorySave and OptionRepository).
 *
 * @param choices in the source's order; empty leaves what buyers choose by as it is
 * @param in numbers of products to choose among, by id
 * @param out numbers of those that are no choice, likewise; what people added besides stays
 */
record Variations(List<Choice> choices, Map<Integer, String> in, Map<Integer, String> out)
    implements Extension {

  static final String LINKS = "configurable_product_links";
  static final String OPTIONS = "configurable_product_options";

  @Override
  public void put(JsonNode there, ObjectNode product, List<Standing.Field> told) {
    Set<Integer> known = links(there);
    Set<Integer> wanted = new LinkedHashSet<>(known);
    wanted.removeAll(out.keySet());
    wanted.addAll(in.keySet());
    JsonNode options = there.path(ALL).path(OPTIONS);
    if (wanted.equals(known) && isSame(options)) {
      return;
    }
    // Only of a product that says what it is does the shop compare the variants.
    product.put("type_id", Kind.PARENT.type());
    ObjectNode extension = product.withObjectProperty(ALL);
    ArrayNode list = extension.putArray(OPTIONS);
    if (choices.isEmpty()) {
      options.forEach(option -> copy(option, list));
    }
    for (int i = 0; i < choices.size(); i++) {
      put(choices.get(i), i, options, list);
    }
    ArrayNode links = extension.putArray(LINKS);
    wanted.forEach(links::add);
    told.add(new Standing.Field("variants", numbers(wanted), numbers(known)));
  }

  /** Ids of the products buyers choose among. */
  static Set<Integer> links(JsonNode row) {
    return row.path(ALL)
        .path(LINKS)
        .valueStream()
        .map(id -> id.asInt(0))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isSame(JsonNode options) {
    Set<Integer> there =
        options.valueStream().map(Variations::attribute).collect(Collectors.toSet());
    Set<Integer> wanted =
        choices.stream().map(one -> one.attribute().id()).collect(Collectors.toSet());
    return wanted.isEmpty() || wanted.equals(there);
  }

  private static int attribute(JsonNode option) {
    return option.path("attribute_id").asInt(0);
  }

  private static void copy(JsonNode option, ArrayNode list) {
    ObjectNode same = list.addObject();
    for (String field : List.of("attribute_id", "label", "position", "values")) {
      same.set(field, option.path(field));
    }
  }

  /** One that is there keeps the words and the place people gave it. */
  private static void put(Choice choice, int position, JsonNode options, ArrayNode list) {
    JsonNode there = there(choice, options);
    Set<String> values = new TreeSet<>(choice.values());
    ObjectNode option = list.addObject().put("attribute_id", choice.attribute().id() + "");
    if (there == null) {
      option.put("label", choice.name()).put("position", position);
    } else {
      option.set("label", there.path("label"));
      option.set("position", there.path("position"));
      there.path("values").forEach(one -> values.add(one.path("value_index").asString("")));
    }
    ArrayNode indexes = option.putArray("values");
    values.forEach(value -> indexes.addObject().put("value_index", Integer.parseInt(value)));
  }

  private static @Nullable JsonNode there(Choice choice, JsonNode options) {
    return options
        .valueStream()
        .filter(option -> attribute(option) == choice.attribute().id())
        .findFirst()
        .orElse(null);
  }

  private String numbers(Set<Integer> ids) {
    return ids.stream()
        .map(id -> in.getOrDefault(id, out.getOrDefault(id, "id " + id)))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
