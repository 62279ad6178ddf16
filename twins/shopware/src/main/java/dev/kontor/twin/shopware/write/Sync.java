package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.search.CriteriaReader;
import dev.kontor.twin.shopware.search.Search;
import dev.kontor.twin.shopware.shop.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /_action/sync}: all operations or none (contract §3). */
public final class Sync {
  private final Tables tables;
  private final Keys keys;
  private final Stock stock;
  private final Search search;

  public Sync(Tables tables, Keys keys, Stock stock, Search search) {
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
    this.search = search;
  }

  private record Operation(String key, Entity entity, boolean delete, JsonNode json) {}

  /**
   * Runs the operations inside the caller's transaction.
   *
   * @param allowed called with entity and privilege (create, update, delete) before each operation
   */
  public ObjectNode run(JsonNode body, BiConsumer<String, String> allowed) {
    List<Operation> operations = operations(body);
    operations.forEach(o -> privileges(o, allowed));
    Touched data = new Touched();
    Touched missing = new Touched();
    Touched deleted = new Touched();
    RowWriter writer = new RowWriter(tables, keys, stock, data);
    for (Operation operation : operations) {
      if (operation.delete()) {
        delete(operation, missing, deleted);
      } else {
        int index = 0;
        for (JsonNode payload : operation.json().path("payload")) {
          writer.upsert(operation.entity(), payload, "/" + operation.key() + "/" + index++);
        }
      }
    }
    writer.finish();
    ObjectNode answer = Json.object();
    answer.putArray("extensions");
    answer.set("data", data.json());
    answer.set("notFound", missing.json());
    answer.set("deleted", deleted.json());
    return answer;
  }

  private List<Operation> operations(JsonNode body) {
    List<Operation> operations = new ArrayList<>();
    if (body.isObject()) {
      body.properties().forEach(p -> operations.add(operation(p.getKey(), p.getValue())));
    } else {
      for (JsonNode json : body) {
        operations.add(
            operation(json.path("key").asString(String.valueOf(operations.size())), json));
      }
    }
    return operations;
  }

  private Operation operation(String key, JsonNode json) {
    String name = json.path("entity").asString("");
    Entity entity = tables.schema().find(name).orElseThrow(() -> Errors.unknownEntity(name));
    String action = json.path("action").asString("");
    if (!action.equals("upsert") && !action.equals("delete")) {
      throw ApiError.plain(400, "Operation " + key + ": action must be upsert or delete.");
    }
    return new Operation(key, entity, action.equals("delete"), json);
  }

  private void privileges(Operation operation, BiConsumer<String, String> allowed) {
    String entity = operation.entity().name();
    if (operation.delete()) {
      allowed.accept(entity, "delete");
      return;
    }
    for (JsonNode payload : operation.json().path("payload")) {
      boolean known = tables.find(entity, payload.path("id").asString("")).isPresent();
      allowed.accept(entity, known ? "update" : "create");
    }
  }

  private void delete(Operation operation, Touched missing, Touched deleted) {
    String name = operation.entity().name();
    Deletion deletion = new Deletion(tables);
    for (String id : ids(operation)) {
      (deletion.delete(operation.entity(), id) ? deleted : missing).add(name, id);
    }
  }

  private List<String> ids(Operation operation) {
    List<String> ids = new ArrayList<>();
    operation.json().path("payload").forEach(p -> ids.add(p.path("id").asString("")));
    JsonNode filter = operation.json().path("criteria");
    if (!filter.isEmpty()) {
      ObjectNode body = Json.object().set("filter", filter);
      var criteria = new CriteriaReader(tables.schema()).read(body, operation.entity());
      search
          .page(operation.entity(), criteria)
          .rows()
          .forEach(r -> ids.add(Values.required(r, "id")));
    }
    return ids;
  }
}
