package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.search.Criteria;
import dev.kontor.twin.shopware.search.CriteriaReader;
import dev.kontor.twin.shopware.search.JsonApi;
import dev.kontor.twin.shopware.search.Search;
import dev.kontor.twin.shopware.search.View;
import dev.kontor.twin.shopware.write.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Searching, reading and writing single entities. */
final class EntityRoutes {
  private final Tables tables;
  private final Search search;
  private final View view;
  private final JsonApi jsonApi;
  private final CriteriaReader reader;
  private final Writer writer;

  EntityRoutes(Tables tables, Search search, View view, JsonApi jsonApi, Writer writer) {
    this.tables = tables;
    this.search = search;
    this.view = view;
    this.jsonApi = jsonApi;
    this.reader = new CriteriaReader(tables.schema());
    this.writer = writer;
  }

  Answer search(Request request, Entity entity) {
    Criteria criteria = criteria(request, entity);
    return list(request, entity, criteria);
  }

  private Answer list(Request request, Entity entity, Criteria criteria) {
    Search.Page page = search.page(entity, criteria);
    if (!request.plainJson()) {
      return jsonApi(jsonApi.list(page, entity, criteria, request.base(), request.address()));
    }
    ObjectNode json = Json.object().put("total", page.total());
    ArrayNode data = json.putArray("data");
    page.rows().forEach(r -> data.add(view.json(r, entity, criteria, request.reading())));
    json.putArray("aggregations");
    return Answer.json(200, json);
  }

  Answer searchIds(Request request, Entity entity) {
    Search.Page page = search.page(entity, criteria(request, entity));
    ObjectNode json = Json.object().put("total", page.total());
    ArrayNode data = json.putArray("data");
    page.rows().forEach(r -> data.add(Values.required(r, "id")));
    return Answer.json(200, json);
  }

  private Criteria criteria(Request request, Entity entity) {
    Criteria criteria = reader.read(request.body(), entity);
    List<String> privileges = new ArrayList<>(List.of(entity.name() + ":read"));
    criteria.touched().stream()
        .sorted()
        .map(e -> e + ":read")
        .filter(p -> !privileges.contains(p))
        .forEach(privileges::add);
    Access.require(request.client(), privileges);
    return criteria;
  }

  /** /api/{entity} and /api/{entity}/{id}. */
  Answer entity(Request request, Entity entity) {
    String id = request.segment(1);
    if (request.segments().size() > 2 || (!id.isEmpty() && !Keys.valid(id))) {
      throw Errors.noRoute(request.call().method(), request.address());
    }
    return switch (request.call().method()) {
      case "GET" -> id.isEmpty() ? all(request, entity) : one(request, entity, id);
      case "POST" -> create(request, entity, id);
      case "PATCH" -> update(request, entity, id);
      case "DELETE" -> delete(request, entity, id);
      default -> throw Errors.noRoute(request.call().method(), request.address());
    };
  }

  private Answer all(Request request, Entity entity) {
    Access.require(request.client(), List.of(entity.name() + ":read"));
    ObjectNode body = Json.object();
    request.call().query().forEach((name, value) -> parameter(body, name, value));
    return list(request, entity, reader.read(body, entity));
  }

  // The few criteria that fit into an address; refusing the rest beats ignoring a filter.
  private static void parameter(ObjectNode body, String name, String value) {
    switch (name) {
      case "limit", "page", "total-count-mode" -> body.put(name, number(value));
      case "sort" -> body.put(name, value);
      default -> {
        if (!name.matches("filter\\[[^\\[\\]]+\\]")) {
          throw ApiError.plain(400, "This twin does not read " + name + " from an address.");
        }
        body.withObject("filter").put(name.substring("filter[".length(), name.length() - 1), value);
      }
    }
  }

  private static int number(String text) {
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private Answer one(Request request, Entity entity, String id) {
    Access.require(request.client(), List.of(entity.name() + ":read"));
    ObjectNode row =
        tables.find(entity.name(), id).orElseThrow(() -> Errors.notFound(entity.name(), id));
    if (!request.plainJson()) {
      return jsonApi(jsonApi.one(row, entity, Criteria.plain(), request.base()));
    }
    ObjectNode json = Json.object();
    json.set("data", view.json(row, entity, Criteria.plain(), request.reading()));
    return Answer.json(200, json);
  }

  private Answer create(Request request, Entity entity, String id) {
    if (!id.isEmpty()) {
      throw Errors.noRoute("POST", request.address());
    }
    String created = writer.create(entity, request.object(), request.mode());
    return Answer.empty(204)
        .with("Location", request.base() + "/api/" + entity.route() + "/" + created);
  }

  private Answer update(Request request, Entity entity, String id) {
    writer.update(entity, id, request.object(), request.mode());
    return Answer.empty(204).with("Location", request.base() + "/api/" + entity.route() + "/" + id);
  }

  private Answer delete(Request request, Entity entity, String id) {
    Access.require(request.client(), List.of(entity.name() + ":delete"));
    writer.delete(entity, id, request.mode());
    return Answer.empty(204);
  }

  private static Answer jsonApi(ObjectNode document) {
    return new Answer(
        200, Map.of("Content-Type", "application/vnd.api+json"), Json.bytes(document));
  }
}
