package dev.kontor.connector.businesscentral;

import dev.kontor.model.CategoryPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Item categories by code. API v2.0 shows no parents: without the companion app every path has one
 * step.
 */
final class CategoryTree {

  private final Map<String, JsonNode> byCode = new HashMap<>();

  /**
   * @param categories of {@code itemCategoryNodes}, or of {@code itemCategories} where there are
   *     none
   */
  CategoryTree(List<JsonNode> categories) {
    categories.forEach(node -> byCode.put(Codes.of(node, "code"), node));
  }

  /** From the root down; empty for a code that does not exist. */
  Optional<CategoryPath> path(@Nullable String code) {
    Set<String> upwards = new LinkedHashSet<>();
    String at = code == null ? "" : Codes.upper(code);
    while (byCode.containsKey(at) && upwards.add(at)) {
      at = Codes.of(node(at), "parentCode");
    }
    List<CategoryPath.Category> steps = new ArrayList<>();
    upwards.forEach(step -> steps.addFirst(new CategoryPath.Category(step, name(step))));
    return steps.isEmpty() ? Optional.empty() : Optional.of(new CategoryPath(steps));
  }

  /** The category and all below it. */
  Set<String> below(String code) {
    Set<String> found = new LinkedHashSet<>(Set.of(Codes.upper(code)));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, JsonNode> node : byCode.entrySet()) {
        String parent = Codes.of(node.getValue(), "parentCode");
        grown |= found.contains(parent) && found.add(node.getKey());
      }
    }
    return found;
  }

  private JsonNode node(String code) {
    return byCode.getOrDefault(code, Json.object());
  }

  private String name(String code) {
    JsonNode node = node(code);
    return Json.text(node, "description", Json.text(node, "displayName", code));
  }
}
