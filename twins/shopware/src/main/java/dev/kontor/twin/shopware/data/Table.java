package dev.kontor.twin.shopware.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rows of one entity in order of creation; a stored row is never changed, only replaced. */
final class Table {
  private final Map<String, ObjectNode> rows = new LinkedHashMap<>();
  private final Index index;

  Table(Collection<String> indexed) {
    this.index = new Index(indexed);
  }

  Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  Collection<ObjectNode> all() {
    return rows.values();
  }

  /** Rows with this text, upper or lower case, as the shop's database compares. */
  List<ObjectNode> where(String field, String value) {
    if (index.covers(field)) {
      return index.ids(field, value).stream().map(rows::get).filter(Objects::nonNull).toList();
    }
    return rows.values().stream()
        .filter(r -> value.equalsIgnoreCase(Values.text(r, field)))
        .toList();
  }

  /** Stores, or removes when null; returns what stood there before. */
  @Nullable ObjectNode put(String id, @Nullable ObjectNode row) {
    ObjectNode before = row == null ? rows.remove(id) : rows.put(id, row);
    index.replace(id, before, row);
    return before;
  }
}
