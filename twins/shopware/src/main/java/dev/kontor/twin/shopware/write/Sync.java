package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.index.Indexer;
import dev.kontor.twin.shopware.index.Stale;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Mapping;
import dev.kontor.twin.shopware.search.Search;
import dev.kontor.twin.shopware.shop.Stock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /_action/sync}: all operations or none (contract §3). */
public final class Sync {
  private static final String TRANSLATION = "_translation";

  private final Tables tables;
  private final Keys keys;
  private final Stock stock;
  private final Indexer indexer;
  private final Doomed doomed;

  public Sync(Tables tables, Keys keys, Stock stock, Indexer indexer, Search search) {
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
    this.indexer = indexer;
    this.doomed = new Doomed(tables, search);
  }

  /** Runs the operations inside the caller's transaction. */
  public ObjectNode run(JsonNode body, Mode mode) {
    List<Operation> operations = operations(body);
    Run run = new Run(mode);
    operations.stream().filter(o -> !o.joins()).forEach(run::perform);
    // The shop sorts by what needs what: joins come after the rows they join.
    operations.stream().filter(Operation::joins).forEach(run::perform);
    return run.finish();
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
    boolean translation = name.endsWith(TRANSLATION);
    String base = translation ? name.substring(0, name.length() - TRANSLATION.length()) : name;
    Entity entity =
        tables
            .schema()
            .find(base)
            .filter(e -> !translation || !e.translated().isEmpty())
            .orElseThrow(() -> Errors.unknownEntity(name));
    String action = json.path("action").asString("");
    if (!action.equals("upsert") && !action.equals("delete")) {
      throw ApiError.plain(400, "Operation " + key + ": action must be upsert or delete.");
    }
    boolean delete = action.equals("delete");
    ArrayNode payload = Json.array();
    if (delete) {
      json.path("payload").forEach(payload::add);
    } else {
      payload = new KeyResolver(tables).resolved(entity, json.path("payload"), key);
    }
    return new Operation(key, entity, translation, delete, payload, json.path("criteria"));
  }

  /** One call's work. */
  private final class Run {
    private final Touched written = new Touched();
    private final Touched missing = new Touched();
    private final Touched deleted = new Touched();
    private final Stale stale = new Stale();
    private final Mode mode;
    private final Rights rights = new Rights();
    private final RowWriter writer;

    Run(Mode mode) {
      this.mode = mode;
      this.writer = new RowWriter(tables, keys, stock, written, stale, rights, mode);
    }

    void perform(Operation operation) {
      if (operation.delete()) {
        delete(operation);
        return;
      }
      int index = 0;
      for (JsonNode payload : operation.payload()) {
        upsert(operation, payload, "/" + operation.key() + "/" + index++);
      }
    }

    private void upsert(Operation operation, JsonNode payload, String pointer) {
      Mapping mapping = operation.entity().mapping();
      if (mapping != null) {
        writer.join(operation.entity(), mapping, payload, pointer);
      } else if (operation.translation()) {
        writer.upsert(operation.entity(), ofOwner(operation.entity(), payload), pointer);
      } else {
        writer.upsert(operation.entity(), payload, pointer);
      }
    }

    private static ObjectNode ofOwner(Entity entity, JsonNode words) {
      ObjectNode owner = Json.object();
      owner.set("id", words.path(entity.keyName()));
      owner.putObject("translations").set(words.path("languageId").asString(""), words);
      return owner;
    }

    private void delete(Operation operation) {
      Entity entity = operation.entity();
      rights.delete(entity.name());
      Deletion deletion = new Deletion(tables, stale);
      for (JsonNode key : doomed.keys(operation)) {
        Mapping mapping = entity.mapping();
        boolean done;
        if (mapping != null) {
          tables
              .find(mapping.owner(), key.path(mapping.ownerKey()).asString(""))
              .ifPresent(owner -> stale.touch(mapping.owner(), owner));
          done = new Joins(tables).remove(mapping, key);
        } else if (operation.translation()) {
          done = new WordRows(tables).remove(entity, key);
        } else {
          done = deletion.delete(entity, key.path("id").asString(""));
        }
        (done ? deleted : missing).add(operation.name(), operation.shown(key));
      }
    }

    ObjectNode finish() {
      writer.finish();
      if (mode.indexed()) {
        indexer.run(stale);
      }
      ObjectNode answer = Json.object();
      answer.putArray("extensions");
      answer.set("data", written.json());
      answer.set("notFound", missing.json());
      answer.set("deleted", deleted.json());
      return answer;
    }
  }
}
