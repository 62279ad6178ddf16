package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.index.Stale;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Field;
import dev.kontor.twin.shopware.schema.Link;
import dev.kontor.twin.shopware.search.Relations;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Deletes a row: rows that cannot be without it go too, others lose the reference. */
final class Deletion {
  private final Tables tables;
  private final Stale stale;
  private final Joins joins;
  private final Relations relations;

  Deletion(Tables tables, Stale stale) {
    this.tables = tables;
    this.stale = stale;
    this.joins = new Joins(tables);
    this.relations = new Relations(tables);
  }

  /** False when there is no such row; throws ApiError 409 while it is in use. */
  boolean delete(Entity entity, String id) {
    ObjectNode row = tables.find(entity.name(), id).orElse(null);
    if (row == null) {
      return false;
    }
    restrict(entity, row);
    gone(entity, row, id);
    return true;
  }

  private void restrict(Entity entity, ObjectNode row) {
    Map<String, Integer> usages = new LinkedHashMap<>();
    entity
        .associations()
        .filter(Association::restricts)
        .forEach(
            a -> {
              int count = relations.rows(row, a).size();
              if (count > 0) {
                usages.merge(a.target(), count, Integer::sum);
              }
            });
    if (!usages.isEmpty()) {
      throw Writes.restricted(entity.name(), usages);
    }
  }

  private void gone(Entity entity, ObjectNode row, String id) {
    stale.touch(entity.name(), row);
    // First itself: an order and its billing address cannot be without each other.
    tables.delete(entity.name(), id);
    joins.forget(entity.name(), id);
    for (Entity other : tables.schema().all()) {
      other
          .associations()
          .filter(a -> a.link() == Link.ONE && a.target().equals(entity.name()))
          .forEach(a -> release(other, a, id));
    }
  }

  private void release(Entity other, Association association, String id) {
    boolean needed = other.field(association.key()).map(Field::required).orElse(false);
    boolean child = needed || association.name().equals("parent");
    if (needed && References.unconstrained(other, association)) {
      return;
    }
    for (ObjectNode row : tables.where(other.name(), association.key(), id)) {
      String rowId = Values.required(row, "id");
      if (child) {
        gone(other, row, rowId);
      } else {
        tables.updateSilently(other.name(), rowId, Json.object().putNull(association.key()));
      }
    }
  }
}
