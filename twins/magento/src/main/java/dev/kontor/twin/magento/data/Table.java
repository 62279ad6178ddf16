package dev.kontor.twin.magento.data;

import dev.kontor.twin.magento.ApiError;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one kind, each under a number that the shop counts up. */
public final class Table {
  private final TreeMap<Long, ObjectNode> rows = new TreeMap<>();
  private final String key;
  private final @Nullable String indexed;
  private final Map<String, TreeSet<Long>> index = new HashMap<>();
  private long last;

  Table(String key) {
    this(key, null);
  }

  /**
   * @param indexed column whose text finds rows quickly; a row's never changes
   */
  Table(String key, @Nullable String indexed) {
    this.key = key;
    this.indexed = indexed;
  }

  /** Stores a row under the next number, or under the one it has. */
  public ObjectNode insert(ObjectNode row) {
    long id = row.has(key) ? Row.number(row, key) : last + 1;
    last = Math.max(last, id);
    row.put(key, id);
    delete(id);
    rows.put(id, row);
    if (indexed != null) {
      index.computeIfAbsent(indexed(row), text -> new TreeSet<>()).add(id);
    }
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
    ObjectNode row = rows.remove(id);
    if (row != null && indexed != null) {
      index.getOrDefault(indexed(row), new TreeSet<>()).remove(id);
    }
  }

  private String indexed(ObjectNode row) {
    return folded(Row.text(row, String.valueOf(indexed)));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Rows that came after this number. */
  public Collection<ObjectNode> after(long id) {
    return rows.tailMap(id, false).values();
  }

  public Collection<ObjectNode> all() {
    return rows.values();
  }

  public List<ObjectNode> where(String column, long value) {
    return rows.values().stream().filter(r -> Row.number(r, column) == value).toList();
  }

  /** The first row with this text, whatever its case. */
  public Optional<ObjectNode> named(String column, String value) {
    return having(column, value).findFirst();
  }

  /** Rows with this text, whatever its case. */
  public Stream<ObjectNode> having(String column, String value) {
    if (column.equals(indexed)) {
      return index.getOrDefault(folded(value), new TreeSet<>()).stream()
          .flatMap(id -> find(id).stream());
    }
    return rows.values().stream().filter(r -> Row.text(r, column).equalsIgnoreCase(value));
  }
}
