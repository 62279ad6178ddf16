package dev.kontor.twin.shopware.write;

import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.index.Indexer;
import dev.kontor.twin.shopware.index.Stale;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.shop.Stock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single-row writes of the entity addresses (observed.md "Create and update"). */
public final class Writer {
  private final Tables tables;
  private final Keys keys;
  private final Stock stock;
  private final Indexer indexer;

  public Writer(Tables tables, Keys keys, Stock stock, Indexer indexer) {
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
    this.indexer = indexer;
  }

  /** Returns the new id; throws ApiError 400 when the id is taken or the payload is wrong. */
  public String create(Entity entity, JsonNode payload, Mode mode) {
    if (payload.hasNonNull("id")
        && tables.find(entity.name(), payload.get("id").asString()).isPresent()) {
      throw Writes.intent(entity.name(), "InsertCommand", "UpdateCommand");
    }
    return write(entity, payload, mode);
  }

  /** Throws ApiError 400 WRITE_TYPE_INTEND_ERROR when there is no such row. */
  public void update(Entity entity, String id, ObjectNode payload, Mode mode) {
    if (tables.find(entity.name(), id).isEmpty()) {
      throw Writes.intent(entity.name(), "UpdateCommand", "InsertCommand");
    }
    write(entity, payload.put("id", id), mode);
  }

  /** Throws ApiError 404 when there is no such row. */
  public void delete(Entity entity, String id, Mode mode) {
    Stale stale = new Stale();
    if (!new Deletion(tables, stale).delete(entity, id)) {
      throw Errors.notFound(entity.name(), id);
    }
    index(stale, mode);
  }

  private String write(Entity entity, JsonNode payload, Mode mode) {
    Stale stale = new Stale();
    RowWriter writer = new RowWriter(tables, keys, stock, new Touched(), stale, new Rights(), mode);
    String id = writer.upsert(entity, payload, "");
    writer.finish();
    index(stale, mode);
    return id;
  }

  private void index(Stale stale, Mode mode) {
    if (mode.indexed()) {
      indexer.run(stale);
    }
  }
}
