package dev.kontor.twin.kit.odata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The in-memory tables of a twin, apart by scope (a company); changes are transactions that either
 * commit whole or leave nothing.
 */
public final class Rows {
  private record Place(String scope, String set) {}

  private record Entry(Place place, String column, String value) {}

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Place, Map<String, Row>> tables = new HashMap<>();
  private final Map<Entry, Map<String, Row>> index = new HashMap<>();
  private final Map<String, Set<String>> indexed = new HashMap<>();
  private final Map<String, String> counted = new HashMap<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Consumer<List<Change>>> listeners = new ArrayList<>();
  // How much of both stands whatever becomes of the transaction.
  private int firmUndo;
  private int firmChanges;
  private long counter;

  /** Keeps equality look-ups on this column fast; to be called before rows are stored. */
  public Rows indexed(String set, String column) {
    indexed.computeIfAbsent(set, s -> new HashSet<>()).add(column);
    return this;
  }

  /** This column's numbers rise from one inserted row to the next and never change. */
  public Rows counted(String set, String column) {
    counted.put(set, column);
    return this;
  }

  /** Whether rows in the order of this column are rows in insertion order. */
  boolean isCounted(String set, String column) {
    return column.equals(counted.get(set));
  }

  /** Tells the listener of each commit, after it, outside the lock. */
  public void onCommit(Consumer<List<Change>> listener) {
    listeners.add(listener);
  }

  public <T> T reading(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * One transaction; an exception undoes all of it since {@link #commit}. May be nested, also
   * inside each other.
   */
  public <T> T changing(Supplier<T> work) {
    List<Change> committed = List.of();
    lock.writeLock().lock();
    int savepoint = undo.size();
    int known = changes.size();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback(Math.max(savepoint, firmUndo), Math.max(known, firmChanges));
      }
      if (lock.getWriteHoldCount() == 1) {
        committed = List.copyOf(changes);
        forget();
      }
      lock.writeLock().unlock();
      publish(committed);
    }
  }

  /** Makes all that the transaction has changed so far stand, even if it fails later. */
  public void commit() {
    requireTransaction();
    firmUndo = undo.size();
    firmChanges = changes.size();
  }

  private void rollback(int savepoint, int known) {
    while (undo.size() > savepoint) {
      undo.pop().run();
    }
    changes.subList(known, changes.size()).clear();
  }

  private void forget() {
    undo.clear();
    changes.clear();
    firmUndo = 0;
    firmChanges = 0;
  }

  private void publish(List<Change> committed) {
    if (!committed.isEmpty()) {
      listeners.forEach(listener -> listener.accept(committed));
    }
  }

  public Optional<Row> find(String scope, String set, String id) {
    return Optional.ofNullable(table(new Place(scope, set)).get(id));
  }

  public Collection<Row> all(String scope, String set) {
    return table(new Place(scope, set)).values();
  }

  /** Rows with one of these keys, in insertion order. */
  List<Row> found(String scope, String set, List<String> ids) {
    return inOrder(ids.stream().flatMap(id -> find(scope, set, id).stream()));
  }

  /** Rows whose column holds one of these values, in insertion order. */
  List<Row> matching(String scope, String set, String column, List<String> values) {
    return inOrder(values.stream().flatMap(value -> matching(scope, set, column, value).stream()));
  }

  private static List<Row> inOrder(Stream<Row> rows) {
    return rows.sorted(Comparator.comparingLong(Row::place)).toList();
  }

  /** Rows whose column holds the value, in insertion order. */
  public List<Row> matching(String scope, String set, String column, String value) {
    Place place = new Place(scope, set);
    Row own = column.equals("id") ? table(place).get(value) : null;
    if (own != null && own.data().path("id").asString("").equals(value)) {
      return List.of(own);
    }
    if (isIndexed(set, column)) {
      return inOrder(
          index.getOrDefault(new Entry(place, column, value), Map.of()).values().stream());
    }
    return table(place).values().stream()
        .filter(row -> row.data().path(column).asString("").equals(value))
        .toList();
  }

  boolean isIndexed(String set, String column) {
    return indexed.getOrDefault(set, Set.of()).contains(column);
  }

  /** What a row is stored under: its id, or {@code _key} where ids repeat between parents. */
  static String key(ObjectNode data) {
    return data.path("_key").asString(data.path("id").asString(""));
  }

  /** Stores a copy under its key inside a transaction. */
  public ObjectNode put(String scope, String set, ObjectNode data) {
    requireTransaction();
    Place place = new Place(scope, set);
    String id = key(data);
    Row before = table(place).get(id);
    long place0 = before == null ? ++counter : before.place();
    swap(place, id, new Row(place0, ++counter, data.deepCopy()));
    changes.add(
        new Change(scope, set, id, before == null ? Change.Kind.CREATED : Change.Kind.UPDATED));
    undo.push(() -> swap(place, id, before));
    return data;
  }

  public void remove(String scope, String set, String id) {
    requireTransaction();
    Place place = new Place(scope, set);
    Row before = table(place).get(id);
    swap(place, id, null);
    changes.add(new Change(scope, set, id, Change.Kind.DELETED));
    undo.push(() -> swap(place, id, before));
  }

  private void requireTransaction() {
    if (!lock.isWriteLockedByCurrentThread()) {
      throw new IllegalStateException("Rows change only inside changing(...)");
    }
  }

  private void swap(Place place, String id, @Nullable Row after) {
    Map<String, Row> table = tables.computeIfAbsent(place, p -> new LinkedHashMap<>());
    Row before = after == null ? table.remove(id) : table.put(id, after);
    if (before == null && after != null && after.place() < counter - 1) {
      restoreOrder(table);
    }
    for (String column : indexed.getOrDefault(place.set(), Set.of())) {
      if (before != null) {
        entry(place, column, before).remove(id);
      }
      if (after != null) {
        entry(place, column, after).put(id, after);
      }
    }
  }

  /** A row that was removed and is back has the place it had. */
  private static void restoreOrder(Map<String, Row> table) {
    List<Map.Entry<String, Row>> entries = new ArrayList<>(table.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.comparingLong(Row::place)));
    table.clear();
    entries.forEach(entry -> table.put(entry.getKey(), entry.getValue()));
  }

  private Map<String, Row> entry(Place place, String column, Row row) {
    Entry entry = new Entry(place, column, row.data().path(column).asString(""));
    return index.computeIfAbsent(entry, e -> new LinkedHashMap<>());
  }

  private Map<String, Row> table(Place place) {
    return tables.getOrDefault(place, Map.of());
  }
}
