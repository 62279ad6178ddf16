package dev.kontor.twin.shopware.write;

import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.shop.Stock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single-row writes of the entity addresses (observed.md "Create and update"). */
public final class Writer {
  private final Tables tables;
  private final Keys keys;
  private final Stock stock;

  public Writer(Tables tables, Keys keys, Stock stock) {
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
  }

  /** Returns the new id; throws ApiError 400 when the id is taken or the payload is wrong. */
  public String create(Entity entity, JsonNode payload) {
    if (payload.hasNonNull("id")
        && tables.find(entity.name(), payload.get("id").asString()).isPresent()) {
      throw Writes.intent(entity.name(), "InsertCommand", "UpdateCommand");
    }
    return write(entity, payload);
  }

  /** Throws ApiError 400 WRITE_TYPE_INTEND_ERROR when there is no such row. */
  public void update(Entity entity, String id, ObjectNode payload) {
    if (tables.find(entity.name(), id).isEmpty()) {
      throw Writes.intent(entity.name(), "UpdateCommand", "InsertCommand");
    }
    write(entity, payload.put("id", id));
  }

  /** Throws ApiError 404 when there is no such row. */
  public void delete(Entity entity, String id) {
    if (!new Deletion(tables).delete(entity, id)) {
      throw Errors.notFound(entity.name(), id);
    }
  }

  private String write(Entity entity, JsonNode payload) {
    RowWriter writer = new RowWriter(tables, keys, stock, new Touched());
    String id = writer.upsert(entity, payload, "");
    writer.finish();
    return id;
  }
}
