package dev.kontor.connector.magento.order;

import dev.kontor.model.LineOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the buyer chose for a line. */
final class LineOptions {

  /** In a value that is a file (Magento_Catalog, Product/Option/Type/File/ValidatorFile). */
  private static final String FILES = "custom_options/";

  private LineOptions() {}

  /**
   * With the first part of a bundle that is no line what was chosen for the whole bundle, under its
   * name. What the shop has no words for any more is told by its ids.
   *
   * @throws dev.kontor.spi.FaultException if the articles may not be read
   */
  static List<LineOption> of(ShopOrder order, JsonNode row) {
    List<LineOption> options = new ArrayList<>();
    bundle(order, row).ifPresent(b -> add(options, b, b.path("name").asString("") + ", "));
    add(options, row, "");
    return options;
  }

  private static Optional<JsonNode> bundle(ShopOrder order, JsonNode row) {
    String parent = OrderRows.parent(row);
    if (parent == null || order.rows().lineOf(parent) != null) {
      return Optional.empty();
    }
    List<JsonNode> parts = order.rows().parts(parent);
    return parts.isEmpty() || !OrderRows.id(parts.getFirst()).equals(OrderRows.id(row))
        ? Optional.empty()
        : order.rows().row(parent);
  }

  private static void add(List<LineOption> options, JsonNode row, String prefix) {
    List<JsonNode> chosen = ChosenRow.options(row);
    if (!chosen.isEmpty() && row.has(ChosenRow.UNREAD)) {
      throw Unreadable.field(
          "items." + OrderRows.id(row) + ".product_option",
          "tells what the buyer chose in ids only, and their words cannot be read: "
              + row.path(ChosenRow.UNREAD).asString("")
              + ", then have the order tried again");
    }
    Map<String, LineOption> words = new LinkedHashMap<>();
    for (JsonNode option : row.path(ChosenRow.WORDS)) {
      words.put(
          option.path("option_id").asString(""),
          new LineOption(
              prefix + option.path("title").asString(""), option.path("value").asString("")));
    }
    for (JsonNode option : chosen) {
      String id = option.path("option_id").asString("");
      String value = option.path("option_value").asString("");
      if (!value.isBlank()) {
        String told = value.contains(FILES) ? ChosenRow.FILE : value;
        words.computeIfAbsent(id, unknown -> new LineOption(prefix + "option " + id, told));
      }
    }
    options.addAll(words.values());
  }
}
