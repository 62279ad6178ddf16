package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which items changed, by any part of them. A row of an item's own names it; one that many items
 * share (a category, an attribute's translation, a VAT rate) leads to all of them, page by page.
 */
final class ProductNews {

  /** Items that changed, by id or by number. */
  record Changed(Set<String> ids, Set<String> numbers, Cursor next, boolean more) {}

  private static final String FANS = "fans";
  private static final String STREAM = "stream";
  private static final String MORE = "more";

  private final Company company;
  private final Supplier<ODataClient> standard;
  private final Supplier<ODataClient> app;
  private final JoinedPages joined;
  private final Sweeps sweeps;

  ProductNews(Configuration configuration, Company company, JoinedPages joined) {
    this.company = company;
    this.joined = joined;
    this.standard = company::client;
    this.app = company.companion()::client;
    this.sweeps = new Sweeps(this::sources, configuration.overlap());
  }

  private List<Sweeps.Source> sources() {
    List<Sweeps.Source> sources = new ArrayList<>();
    sources.add(source(ItemParts.ITEMS, standard, List.of("id"), true));
    sources.add(source(ItemParts.VARIANTS, standard, List.of("id", "itemId"), false));
    ItemParts.OF_ITEMS.forEach((page, field) -> addPage(sources, page, List.of("id", field)));
    addPage(sources, ItemParts.ATTRIBUTE_TEXTS, List.of("id", "attributeId"));
    addPage(sources, ItemParts.VAT_SETUPS, List.of("id", "vatProductPostingGroup"));
    if (company.companion().has(ItemParts.CATEGORY_NODES)) {
      addPage(sources, ItemParts.CATEGORY_NODES, List.of("id", "code"));
    } else {
      sources.add(source(ItemParts.CATEGORIES, standard, List.of("id", "code"), false));
    }
    sources.addAll(joined.sources());
    return sources;
  }

  private void addPage(List<Sweeps.Source> sources, String page, List<String> fields) {
    if (company.companion().has(page)) {
      sources.add(source(page, app, fields, false));
    }
  }

  private static Sweeps.Source source(
      String set, Supplier<ODataClient> client, List<String> fields, boolean whole) {
    List<String> selected = new ArrayList<>(fields);
    selected.add("lastModifiedDateTime");
    return new Sweeps.Source(set, client, ODataQuery.of(set).select(selected), whole);
  }

  Changed read(@Nullable Cursor from, int limit) {
    ObjectNode at = from == null ? Json.object() : (ObjectNode) ModelJson.parse(from.value());
    return at.path(FANS).isEmpty() ? sweep(at, limit) : fan(at, limit);
  }

  private Changed sweep(ObjectNode at, int limit) {
    String stream = Json.text(at, STREAM);
    Sweeps.Result result = sweeps.read(stream == null ? null : new Cursor(stream), limit);
    Set<String> ids = new TreeSet<>();
    Set<String> numbers = new TreeSet<>();
    ObjectNode next = Json.object().put(STREAM, result.next().value());
    for (Sweeps.Row row : result.rows()) {
      JsonNode entity = row.entity();
      switch (row.set()) {
        case ItemParts.ITEMS -> ids.add(Json.text(entity, "id", ""));
        case ItemParts.VARIANTS -> ids.add(Json.text(entity, "itemId", ""));
        case ItemParts.ATTRIBUTE_TEXTS -> addFan(next, ItemParts.ATTRIBUTES, attribute(entity));
        case ItemParts.VAT_SETUPS ->
            addFan(next, ItemParts.ITEMS, about("taxGroupCode", entity, "vatProductPostingGroup"));
        case ItemParts.CATEGORIES, ItemParts.CATEGORY_NODES -> addCategories(next, entity);
        default -> {
          String field = ItemParts.OF_ITEMS.get(row.set());
          if (field != null) {
            numbers.add(Json.text(entity, field, ""));
          }
        }
      }
    }
    joined
        .changed(result.rows())
        .forEach((join, keys) -> (join.isById() ? ids : numbers).addAll(keys));
    next.put(MORE, result.more());
    return new Changed(ids, numbers, new Cursor(next.toString()), more(next));
  }

  /** After the last of the items that share something the stream goes on where it stood. */
  private static boolean more(JsonNode at) {
    return !at.path(FANS).isEmpty() || at.path(MORE).asBoolean(false);
  }

  private static String attribute(JsonNode entity) {
    return "attributeId eq " + Json.text(entity, "attributeId", "0");
  }

  private static String about(String field, JsonNode entity, String key) {
    return field + " eq " + OData.quoted(Json.text(entity, key, ""));
  }

  /** A category's name and place show in the path of every category below it. */
  private void addCategories(ObjectNode next, JsonNode entity) {
    String code = Json.text(entity, "code", "");
    CategoryTree tree =
        new CategoryTree(
            company.companion().has(ItemParts.CATEGORY_NODES)
                ? company.companion().client().all(ODataQuery.of(ItemParts.CATEGORY_NODES))
                : List.of());
    tree.below(code)
        .forEach(
            below -> addFan(next, ItemParts.ITEMS, "itemCategoryCode eq " + OData.quoted(below)));
  }

  private static void addFan(ObjectNode next, String set, String filter) {
    for (JsonNode known : next.path(FANS)) {
      if (filter.equals(Json.text(known, "filter"))) {
        return;
      }
    }
    next.withArray(FANS).addObject().put("set", set).put("filter", filter);
  }

  /** One page of the items that share what changed. */
  private Changed fan(ObjectNode at, int limit) {
    ObjectNode fan = (ObjectNode) at.path(FANS).get(0);
    String set = Json.text(fan, "set", ItemParts.ITEMS);
    boolean items = set.equals(ItemParts.ITEMS);
    String field = items ? "id" : ItemParts.OF_ITEMS.getOrDefault(set, "");
    ODataClient client = items ? standard.get() : app.get();
    String link = Json.text(fan, "next");
    ODataPage page =
        link == null
            ? client.page(
                ODataQuery.of(set)
                    .select(List.of("id", field).stream().distinct().toList())
                    .filter(Json.text(fan, "filter", "")),
                limit)
            : client.page(URI.create(link), limit);
    if (page.next() == null) {
      at.withArray(FANS).remove(0);
    } else {
      fan.put("next", page.next().toString());
    }
    Set<String> keys = new TreeSet<>();
    page.values().forEach(row -> keys.add(Json.text(row, field, "")));
    return new Changed(
        items ? keys : Set.of(), items ? Set.of() : keys, new Cursor(at.toString()), more(at));
  }
}
