package dev.kontor.twin.magento.data;

import dev.kontor.twin.magento.ApiError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one kind, each under a number that the shop counts up. */
public final class Table {
  private final TreeMap<Long, ObjectNode> rows = new TreeMap<>();
  private final String key;
  private long last;

  Table(String key) {
    this.key = key;
  }

  /** Stores a row under the next number, or under the one it has. */
  public ObjectNode insert(ObjectNode row) {
    long id = row.has(key) ? Row.number(row, key) : last + 1;
    last = Math.max(last, id);
    row.put(key, id);
    rows.put(id, row);
    return row;
  }

  public Optional<ObjectNode> find(long id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** A row that a caller names; the shop's 404 when there is none. */
  public ObjectNode get(long id) {
    return find(id).orElseThrow(ApiError::notFound);
  }

  public void delete(long id) {
    rows.remove(id);
  }

  public Collection<ObjectNode> all() {
    return rows.values();
  }

  public List<ObjectNode> where(String column, long value) {
    return rows.values().stream().filter(r -> Row.number(r, column) == value).toList();
  }

  /** The first row with this text, whatever its case. */
  public Optional<ObjectNode> named(String column, String value) {
    return rows.values().stream()
        .filter(r -> Row.text(r, column).equalsIgnoreCase(value))
        .findFirst();
  }
}
