package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Categories below the root of the settings. One the hub has made is known by its id, wherever
 * people have moved it; else the shop's own of that name at that place is used; else one is made.
 */
final class Categories {

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final Set<String> made = new HashSet<>();
  private final Map<NamedRows.Key, String> byName = new HashMap<>();

  /** For one batch: one search, and one per level for categories the hub has not made. */
  Categories(ShopwareApi api, ShopwareSettings settings, Collection<Article> articles) {
    this.api = api;
    this.settings = settings;
    List<List<Step>> paths =
        articles.stream().flatMap(article -> article.categories().stream()).distinct().toList();
    if (settings.products().rootCategory() != null && !paths.isEmpty()) {
      lookForMade(paths);
      lookByName(paths);
    }
  }

  /** The id of the last category of the path; those that are missing are made. */
  String id(int document, List<Step> path, SyncBatch sync) {
    String parent = root();
    for (Step step : path) {
      String id = known(parent, step);
      if (id == null) {
        id = newId(step);
        sync.upsert(document, "category", row(id, parent, step));
      }
      parent = id;
    }
    return parent;
  }

  private String root() {
    return Objects.requireNonNull(settings.products().rootCategory());
  }

  private @org.jspecify.annotations.Nullable String known(String parent, Step step) {
    return made.contains(newId(step))
        ? newId(step)
        : byName.get(NamedRows.Key.of(parent, step.name()));
  }

  private void lookForMade(List<List<Step>> paths) {
    Set<String> ids = new TreeSet<>();
    paths.forEach(path -> path.forEach(step -> ids.add(newId(step))));
    Criteria criteria =
        new Criteria(Criteria.MAX_LIMIT)
            .anyOf("id", ids)
            .include("category", List.of("id"))
            .ascending("id");
    api.statedAll("category", criteria).forEach(row -> made.add(ShopRow.id(row)));
  }

  private void lookByName(List<List<Step>> paths) {
    Map<List<Step>, String> parents = new HashMap<>();
    paths.forEach(path -> parents.put(path, root()));
    for (int level = 0; !parents.isEmpty(); level++) {
      int depth = level;
      parents.keySet().removeIf(path -> path.size() <= depth);
      search(depth, parents);
      parents.replaceAll((path, parent) -> known(parent, path.get(depth)));
      parents.values().removeIf(Objects::isNull);
    }
  }

  private void search(int level, Map<List<Step>, String> parents) {
    Set<String> names = new TreeSet<>();
    Set<String> below = new TreeSet<>();
    parents.forEach(
        (path, parent) -> {
          Step step = path.get(level);
          if (!made.contains(newId(step))) {
            names.add(step.name());
            below.add(parent);
          }
        });
    if (names.isEmpty()) {
      return;
    }
    Criteria criteria =
        new Criteria(Criteria.MAX_LIMIT)
            .anyOf("parentId", below)
            .anyOf("name", names)
            .include("category", List.of("id", "name", "parentId"))
            .ascending("id");
    for (JsonNode row : api.statedAll("category", criteria)) {
      byName.putIfAbsent(
          NamedRows.Key.of(ShopRow.text(row, "parentId"), ShopRow.text(row, "name")),
          ShopRow.id(row));
    }
  }

  private ObjectNode row(String id, String parent, Step step) {
    return ShopRow.of(id)
        .put("parentId", parent)
        .put("name", step.name())
        .put("type", "page")
        .put("productAssignmentType", "product")
        .put("displayNestedProducts", true)
        .put("active", true)
        .put("visible", true);
  }

  private String newId(Step step) {
    return settings.id("category", step.code());
  }
}
