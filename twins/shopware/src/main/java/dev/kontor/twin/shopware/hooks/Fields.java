package dev.kontor.twin.shopware.hooks;

import dev.kontor.twin.shopware.data.Change;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Field;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/**
 * The names of the fields a write set, in the order of the recorded webhooks: version references,
 * the row's own fields, the time, the id, and last what stands in translations or custom fields.
 */
final class Fields {
  private static final String MIRROR = "availableStock";
  private static final String CUSTOM = "customFields";

  private Fields() {}

  static void list(Change change, Entity entity, ArrayNode names) {
    boolean insert = change.operation() == Change.Operation.INSERT;
    if (insert) {
      names.add("id");
    }
    entity.references().forEach(names::add);
    entity
        .fields()
        .filter(f -> plain(f, entity, change.fields()))
        .forEach(f -> names.add(f.name()));
    for (String name : List.of("createdAt", "updatedAt", MIRROR)) {
      if (change.fields().contains(name) && known(name, entity)) {
        names.add(name);
      }
    }
    if (!insert) {
      names.add("id");
    }
    entity.translated().stream()
        .filter(name -> !name.equals(CUSTOM) && change.fields().contains(name))
        .forEach(names::add);
    if (change.fields().contains(CUSTOM)) {
      names.add(CUSTOM);
    }
  }

  private static boolean plain(Field field, Entity entity, List<String> written) {
    return written.contains(field.name())
        && !field.readOnly()
        && !field.hidden()
        && !entity.isTranslated(field.name());
  }

  private static boolean known(String name, Entity entity) {
    return !name.equals(MIRROR) || entity.name().equals("product");
  }
}
