package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Item categories by code and by name, remembered for some minutes. */
final class ItemCategories {

  private static final String CODE = "itemCategoryCode";
  private static final String ALL = "";

  private final Company company;
  private final Remembered<Map<String, String>> known;

  ItemCategories(Company company) {
    this.company = company;
    this.known = new Remembered<>(company.clock());
  }

  /** The article's own category is the last step of its first path; one unknown is a note. */
  void put(ObjectNode item, JsonNode mapped, List<String> notes) {
    JsonNode steps = mapped.path("categories").path(0).path("steps");
    if (item.has(CODE) || steps.isEmpty()) {
      return;
    }
    String name = Json.text(steps.path(steps.size() - 1), "name", "");
    String code = all().get(name);
    if (code == null) {
      notes.add("Business Central has no item category " + name + "; the item keeps its own");
    } else {
      item.put(CODE, code);
    }
  }

  private Map<String, String> all() {
    @Nullable Map<String, String> remembered = known.get(ALL);
    if (remembered != null) {
      return remembered;
    }
    Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<JsonNode> rows = company.client().all(ODataQuery.of(ItemParts.CATEGORIES));
    rows.forEach(row -> codes.put(Json.text(row, "displayName", ""), Json.text(row, "code", "")));
    rows.forEach(row -> codes.put(Json.text(row, "code", ""), Json.text(row, "code", "")));
    known.put(ALL, codes);
    return codes;
  }
}
