package dev.kontor.twin.shopware.data;

import dev.kontor.twin.shopware.data.Change.Operation;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Link;
import dev.kontor.twin.shopware.schema.Schema;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** All rows of the shop; one transaction at a time, undone whole when it throws. */
public final class Tables {
  private static final Map<String, Set<String>> LOOKED_UP =
      Map.of(
          "product", Set.of("productNumber"),
          "order", Set.of("orderNumber"),
          "customer", Set.of("email", "customerNumber"),
          "media", Set.of("fileName", "path"));

  private final Map<String, Table> tables = new HashMap<>();
  private final Schema schema;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<ObjectNode> announced = new ArrayList<>();
  private final List<Consumer<Commit>> listeners = new ArrayList<>();

  public Tables(Schema schema, InstantSource clock) {
    this.schema = schema;
    this.clock = clock;
    Map<String, Set<String>> indexed = new HashMap<>();
    LOOKED_UP.forEach((e, fields) -> indexed.put(e, new HashSet<>(fields)));
    schema.all().stream()
        .flatMap(Entity::associations)
        .filter(a -> a.known() && (a.link() == Link.MANY || a.link() == Link.INVERSE))
        .forEach(a -> key(indexed, a));
    schema.all().forEach(e -> tables.put(e.name(), table(indexed, e)));
  }

  private static void key(Map<String, Set<String>> indexed, Association association) {
    indexed.computeIfAbsent(association.target(), t -> new HashSet<>()).add(association.key());
  }

  private static Table table(Map<String, Set<String>> indexed, Entity entity) {
    return new Table(indexed.getOrDefault(entity.name(), Set.of()));
  }

  public Schema schema() {
    return schema;
  }

  /** Called after each commit, outside the lock. */
  public void listen(Consumer<Commit> listener) {
    listeners.add(listener);
  }

  /** Runs the work alone; its writes are undone when it throws. Nested calls join the outer one. */
  public <T> T transact(Supplier<T> work) {
    Commit commit;
    T result;
    lock.lock();
    try {
      if (lock.getHoldCount() > 1) {
        return work.get();
      }
      boolean done = false;
      try {
        result = work.get();
        done = true;
      } finally {
        if (!done) {
          undo.forEach(Runnable::run);
          changes.clear();
          announced.clear();
        }
        undo.clear();
      }
      commit = new Commit(List.copyOf(changes), List.copyOf(announced));
      changes.clear();
      announced.clear();
    } finally {
      lock.unlock();
    }
    listeners.forEach(l -> l.accept(commit));
    return result;
  }

  public Optional<ObjectNode> find(String entity, String id) {
    return table(entity).find(id);
  }

  /** A row that must exist; throws IllegalStateException when it does not. */
  public ObjectNode get(String entity, String id) {
    return find(entity, id)
        .orElseThrow(() -> new IllegalStateException("No " + entity + " with id " + id));
  }

  public Collection<ObjectNode> all(String entity) {
    return table(entity).all();
  }

  public List<ObjectNode> where(String entity, String field, String value) {
    return table(entity).where(field, value);
  }

  /** Stores a new row; createdAt is now, updatedAt stays null until the first update. */
  public void insert(String entity, ObjectNode row) {
    if (!row.has("createdAt")) {
      row.put("createdAt", Values.time(clock.instant()));
    }
    write(entity, row, Operation.INSERT, List.copyOf(row.propertyNames()));
  }

  /** Replaces the given fields and sets updatedAt. */
  public void update(String entity, String id, ObjectNode fields) {
    ObjectNode row = merged(entity, id, fields);
    row.put("updatedAt", Values.time(clock.instant()));
    List<String> names = new ArrayList<>(fields.propertyNames());
    names.add("updatedAt");
    write(entity, row, Operation.UPDATE, names);
  }

  /** Replaces the given fields as a plain SQL statement would: no updatedAt, no event. */
  public void updateSilently(String entity, String id, ObjectNode fields) {
    put(entity, id, merged(entity, id, fields));
  }

  public void delete(String entity, String id) {
    put(entity, id, null);
    changes.add(new Change(entity, id, Operation.DELETE, List.of()));
  }

  /** A row of a draft was written, of which only webhooks hear (contract §12). */
  public void drafted(String entity, String id, String versionId, List<String> fields) {
    changes.add(new Change(entity, id, Operation.UPDATE, fields, versionId));
  }

  /** Adds a business event to the commit; the payload is fixed now. */
  public void announce(String event, ObjectNode payload) {
    announced.add(payload.objectNode().put("event", event).set("payload", payload));
  }

  private ObjectNode merged(String entity, String id, ObjectNode fields) {
    ObjectNode row = get(entity, id).deepCopy();
    fields.properties().forEach(f -> row.set(f.getKey(), f.getValue()));
    return row;
  }

  private void write(String entity, ObjectNode row, Operation operation, List<String> fields) {
    String id = Values.required(row, "id");
    put(entity, id, row);
    changes.add(new Change(entity, id, operation, fields));
  }

  private void put(String entity, String id, @org.jspecify.annotations.Nullable ObjectNode row) {
    Table table = table(entity);
    ObjectNode before = table.put(id, row);
    undo.push(() -> table.put(id, before));
  }

  private Table table(String entity) {
    Table table = tables.get(entity);
    if (table == null) {
      throw new IllegalArgumentException("No entity " + entity);
    }
    return table;
  }
}
