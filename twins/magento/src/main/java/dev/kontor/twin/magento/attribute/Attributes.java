package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.Resources;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shop's attributes of products ({@code attributes.json}) and those a merchant adds. One row
 * each: {@code {id, code, label, input, scope, user_defined?, required?, unique?, labels?: {store
 * id: label}, options?: [{value, label, sort_order, labels?}]}}.
 */
public final class Attributes {
  private static final Set<String> STORE_FIELDS = Set.of("name", "status", "visibility");

  private final Map<String, ObjectNode> byCode = new LinkedHashMap<>();
  private final Options options = new Options();
  private final AttributeSets sets = new AttributeSets();
  private long last;

  public Attributes() {
    for (JsonNode row : Resources.json("attributes.json")) {
      put((ObjectNode) row);
      sets.assign(AttributeSets.DEFAULT, Row.text(row, "code"));
    }
  }

  /** A merchant's own attribute; in a set only once it is assigned to one. */
  ObjectNode add(ObjectNode row) {
    row.put("id", last + 1).put("user_defined", true);
    return put(row);
  }

  /** A merchant's own attribute as {@code POST /_twin/shop/attributes} describes it. */
  public void add(String code, ObjectNode given) {
    ObjectNode row = find(code).orElseGet(() -> add(Json.object().put("code", code)));
    row.put("label", given.path("label").asString(code))
        .put("input", given.path("input").asString("text"))
        .put("scope", given.path("scope").asString("store"))
        .put("required", given.path("required").asBoolean(false))
        .put("unique", given.path("unique").asBoolean(false));
    for (JsonNode label : given.path("options")) {
      options.add(row, label.asString(), row.path("options").size());
    }
    if (given.path("in_set").asBoolean(true)) {
      sets.assign(AttributeSets.DEFAULT, code);
    }
  }

  private ObjectNode put(ObjectNode row) {
    last = Math.max(last, Row.number(row, "id"));
    options.number(row);
    byCode.put(Row.text(row, "code"), row);
    return row;
  }

  void remove(String code) {
    byCode.remove(code);
    sets.forget(code);
  }

  public Options options() {
    return options;
  }

  public AttributeSets sets() {
    return sets;
  }

  Collection<ObjectNode> all() {
    return byCode.values();
  }

  public Optional<ObjectNode> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** By code or, as the shop takes it too, by number; the shop's 404 when there is none. */
  public ObjectNode get(String name) {
    return find(name)
        .or(() -> byCode.values().stream().filter(a -> Row.text(a, "id").equals(name)).findFirst())
        .orElseThrow(
            () ->
                ApiError.listed(
                    404,
                    "The attribute with a \"%1\" attributeCode doesn't exist. Verify the attribute"
                        + " and try again.",
                    name));
  }

  /** Whether products of a set have it; values of others are dropped silently. */
  public boolean isIn(String code, long set) {
    return byCode.containsKey(code) && sets.of(set).contains(code);
  }

  /** Whether each store view may have its own value. */
  public boolean isOfStore(String code) {
    return STORE_FIELDS.contains(code)
        || find(code).filter(a -> Row.text(a, "scope").equals("store")).isPresent();
  }

  /** What products can be searched by: their fields and all attributes. */
  public Columns columns(Map<String, String> types) {
    Map<String, Kind> kinds = new HashMap<>(Columns.kinds(types));
    kinds.put("entity_id", Kind.NUMBER);
    byCode.keySet().forEach(code -> kinds.putIfAbsent(code, Kind.TEXT));
    return new Columns(
        kinds,
        Attributes::value,
        field ->
            ApiError.listed(
                400, "The \"%1\" attribute name is invalid. Reset the name and try again.", field));
  }

  private static @Nullable JsonNode value(ObjectNode product, String field) {
    String column = field.equals("entity_id") ? "id" : field;
    return product.has(column) ? product.get(column) : product.path("_custom").get(column);
  }
}
