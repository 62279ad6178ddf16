package dev.kontor.twin.magento.category;

import dev.kontor.twin.magento.data.Row;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A category as the REST interface shows it, with the values of one store view. */
final class CategoryView {
  private final Categories categories;

  CategoryView(Categories categories) {
    this.categories = categories;
  }

  ObjectNode one(ObjectNode row, String store) {
    ObjectNode view = Row.shown(row);
    ObjectNode custom = row.withObjectProperty("_custom").deepCopy();
    for (var own : row.path("_scoped").path(store).properties()) {
      (view.has(own.getKey()) ? view : custom).set(own.getKey(), own.getValue());
    }
    String children =
        categories.children(row).stream()
            .map(c -> c.path("id").asString())
            .collect(Collectors.joining(","));
    view.put("children", children).putArray("available_sort_by");
    custom.put("path", Row.text(row, "path"));
    custom.put("children_count", String.valueOf(count(row)));
    ArrayNode attributes = view.putArray("custom_attributes");
    custom
        .properties()
        .forEach(
            a ->
                attributes
                    .addObject()
                    .put("attribute_code", a.getKey())
                    .set("value", a.getValue()));
    return view;
  }

  private long count(ObjectNode row) {
    return categories.children(row).stream().mapToLong(c -> 1 + count(c)).sum();
  }
}
