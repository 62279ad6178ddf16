package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Field;
import dev.kontor.twin.shopware.schema.Link;
import tools.jackson.databind.node.ObjectNode;

/** Deletes a row: rows that cannot be without it go too, others lose the reference. */
public final class Deletion {
  private final Tables tables;

  public Deletion(Tables tables) {
    this.tables = tables;
  }

  /** False when there is no such row. */
  public boolean delete(Entity entity, String id) {
    if (tables.find(entity.name(), id).isEmpty()) {
      return false;
    }
    // First itself: an order and its billing address cannot be without each other.
    tables.delete(entity.name(), id);
    for (Entity other : tables.schema().all()) {
      other
          .associations()
          .filter(a -> a.link() == Link.ONE && a.target().equals(entity.name()))
          .forEach(a -> release(other, a, id));
    }
    return true;
  }

  private void release(Entity other, Association association, String id) {
    boolean needed = other.field(association.key()).map(Field::required).orElse(false);
    boolean child = needed || association.name().equals("parent");
    for (ObjectNode row : tables.where(other.name(), association.key(), id)) {
      String rowId = Values.required(row, "id");
      if (child) {
        delete(other, rowId);
      } else {
        tables.updateSilently(other.name(), rowId, Json.object().putNull(association.key()));
      }
    }
  }
}
