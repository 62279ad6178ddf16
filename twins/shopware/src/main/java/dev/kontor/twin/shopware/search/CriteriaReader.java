package dev.kontor.twin.shopware.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a criteria body and refuses what the shop refuses (contract §2, errors fixtures). */
public final class CriteriaReader {
  private final Schema schema;

  public CriteriaReader(Schema schema) {
    this.schema = schema;
  }

  public Criteria read(JsonNode body, Entity entity) {
    return read(body, entity, new HashSet<>());
  }

  private Criteria read(JsonNode body, Entity entity, Set<String> touched) {
    FilterReader filters = new FilterReader(entity, schema, touched);
    if (!body.path("aggregations").isEmpty()) {
      throw ApiError.of(
          400,
          "TWIN__AGGREGATIONS_UNSUPPORTED",
          "This twin computes no aggregations; count with total-count-mode instead.",
          Json.object());
    }
    List<Filter> all = new ArrayList<>(filters.all(body.path("filter")));
    all.addAll(filters.all(body.path("post-filter")));
    return new Criteria(
        page(body),
        limit(body),
        all,
        sort(body.path("sort"), filters),
        associations(body.path("associations"), entity, touched),
        includes(body.path("includes")),
        ids(body.path("ids")),
        body.path("total-count-mode").asInt(0),
        touched);
  }

  private static int page(JsonNode body) {
    int page = body.path("page").asInt(1);
    if (page < 1) {
      throw ApiError.of(
              400,
              "FRAMEWORK__INVALID_PAGE_QUERY",
              "The page parameter must be a positive integer. Given: " + page,
              Json.object().put("page", page))
          .at("/page");
    }
    return page;
  }

  private static int limit(JsonNode body) {
    JsonNode given = body.path("limit");
    int limit = given.isMissingNode() || given.isNull() ? Criteria.MAX_LIMIT : given.asInt(0);
    if (limit < 1 || limit > Criteria.MAX_LIMIT) {
      throw ApiError.of(
              400,
              "FRAMEWORK__QUERY_LIMIT_EXCEEDED",
              "The limit must be lower than or equal to MAX_LIMIT(=500). Given: " + limit,
              Json.object().put("maxLimit", Criteria.MAX_LIMIT).put("limit", limit))
          .at("/limit");
    }
    return limit;
  }

  private static List<Criteria.Order> sort(JsonNode sort, FilterReader filters) {
    List<Criteria.Order> orders = new ArrayList<>();
    if (sort.isString()) {
      for (String field : sort.stringValue().split(",")) {
        boolean descending = field.startsWith("-");
        orders.add(
            new Criteria.Order(filters.path(descending ? field.substring(1) : field), descending));
      }
    } else {
      sort.forEach(
          s ->
              orders.add(
                  new Criteria.Order(
                      filters.path(s.path("field").asString("")),
                      s.path("order").asString("ASC").equalsIgnoreCase("DESC"))));
    }
    return orders;
  }

  private Map<String, Criteria> associations(JsonNode json, Entity entity, Set<String> touched) {
    Map<String, Criteria> associations = new LinkedHashMap<>();
    json.properties()
        .forEach(
            p ->
                associations.put(
                    p.getKey(), association(p.getKey(), p.getValue(), entity, touched)));
    return associations;
  }

  private Criteria association(String name, JsonNode body, Entity entity, Set<String> touched) {
    Association association =
        entity.association(name).orElseThrow(() -> Errors.unknownAssociation(name));
    if (!association.known()) {
      return Criteria.plain();
    }
    touched.add(association.target());
    return read(
        body.isObject() ? body : Json.object(), schema.entity(association.target()), touched);
  }

  private static Map<String, Set<String>> includes(JsonNode json) {
    Map<String, Set<String>> includes = new HashMap<>();
    json.properties()
        .forEach(
            p -> {
              Set<String> fields = new LinkedHashSet<>();
              p.getValue().forEach(f -> fields.add(f.asString()));
              includes.put(p.getKey(), fields);
            });
    return includes;
  }

  private static List<String> ids(JsonNode json) {
    List<String> ids = new ArrayList<>();
    if (json.isString()) {
      ids.addAll(List.of(json.stringValue().split("\\|")));
    } else {
      json.forEach(id -> ids.add(id.asString()));
    }
    return ids;
  }
}
