package dev.kontor.connector.shopware.api;

import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search (shopware/contract.md §2). Ids are never compared by range: the shop compares their
 * binary form with the text it was given.
 */
public final class Criteria {

  /** Most rows of one page; more is an error (shopware/contract.md §11). */
  public static final int MAX_LIMIT = 500;

  private final ObjectNode body = JsonNodeFactory.instance.objectNode();

  /** So many values at a time as one page has rows. */
  public static List<List<String>> pages(Collection<String> values) {
    return pages(values, MAX_LIMIT);
  }

  static List<List<String>> pages(Collection<String> values, int size) {
    return values.stream().distinct().gather(Gatherers.windowFixed(size)).toList();
  }

  public Criteria(int limit) {
    body.put("limit", limit);
  }

  /** From 1. */
  public Criteria page(int page) {
    body.put("page", page);
    return this;
  }

  public Criteria ids(Collection<String> ids) {
    ArrayNode list = body.putArray("ids");
    ids.forEach(list::add);
    return this;
  }

  public Criteria equalTo(String field, String value) {
    filter("equals", field).put("value", value);
    return this;
  }

  public Criteria anyOf(String field, Collection<String> values) {
    ArrayNode list = filter("equalsAny", field).putArray("value");
    values.forEach(list::add);
    return this;
  }

  /** Rows with that name or that id: a row people have renamed is still found. */
  public Criteria named(String field, Collection<String> values, Collection<String> ids) {
    ArrayNode queries =
        body.withArrayProperty("filter")
            .addObject()
            .put("type", "multi")
            .put("operator", "or")
            .putArray("queries");
    values(queries, field, values);
    values(queries, "id", ids);
    return this;
  }

  private static void values(ArrayNode queries, String field, Collection<String> values) {
    ArrayNode list =
        queries.addObject().put("type", "equalsAny").put("field", field).putArray("value");
    values.forEach(list::add);
  }

  /** With that row or those rows beside each. */
  public Criteria with(String... associations) {
    for (String association : associations) {
      body.withObjectProperty("associations").putObject(association);
    }
    return this;
  }

  public Criteria prefix(String field, String value) {
    filter("prefix", field).put("value", value);
    return this;
  }

  public Criteria from(String field, String inclusive) {
    filter("range", field).putObject("parameters").put("gte", inclusive);
    return this;
  }

  public Criteria above(String field, long exclusive) {
    filter("range", field).putObject("parameters").put("gt", exclusive);
    return this;
  }

  public Criteria ascending(String field) {
    return sort(field, "ASC");
  }

  public Criteria descending(String field) {
    return sort(field, "DESC");
  }

  public Criteria associations(JsonNode associations) {
    body.set("associations", associations);
    return this;
  }

  /** Only these fields of that entity come back. */
  public Criteria include(String entity, List<String> fields) {
    ArrayNode list = body.withObjectProperty("includes").putArray(entity);
    fields.forEach(list::add);
    return this;
  }

  /** The body of the search request. */
  public ObjectNode json() {
    return body;
  }

  private ObjectNode filter(String type, String field) {
    return body.withArrayProperty("filter").addObject().put("type", type).put("field", field);
  }

  private Criteria sort(String field, String order) {
    body.withArrayProperty("sort").addObject().put("field", field).put("order", order);
    return this;
  }
}
