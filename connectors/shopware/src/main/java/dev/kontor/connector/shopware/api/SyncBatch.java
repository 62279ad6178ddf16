package dev.kontor.connector.shopware.api;

import dev.kontor.connector.shopware.api.ApiErrors.ApiError;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of many entities for many documents in one call and one transaction. A refusal applies
 * nothing: the documents whose rows the shop blames are taken out and the rest sent again; where it
 * blames none the documents are halved (shopware/contract.md §3).
 */
public final class SyncBatch {

  private static final String PATH = "/api/_action/sync";
  private static final Pattern POINTER = Pattern.compile("/(\\w+)/(\\d{1,6})/(.+)");

  /** What others refer to comes first. */
  private static final List<String> ORDER =
      List.of(
          "unit",
          "product_manufacturer",
          "property_group",
          "property_group_option",
          "category",
          "rule",
          "media",
          "product");

  /** A row and the documents that need it, by their place in the batch. */
  private record Entry(String entity, ObjectNode row, Set<Integer> owners) {}

  private final Map<String, Entry> upserts = new LinkedHashMap<>();
  private final Map<String, Entry> deletes = new LinkedHashMap<>();
  private final Map<Integer, Fault> refused = new HashMap<>();

  /** The same row that two documents need is written once; of different ones the later counts. */
  public void upsert(int owner, String entity, ObjectNode row) {
    put(upserts, owner, entity, row);
  }

  /**
   * @param key the row's id, or both ids of a row that only joins two others; one that is gone
   *     already is no error
   */
  public void delete(int owner, String entity, ObjectNode key) {
    put(deletes, owner, entity, key);
  }

  private static void put(Map<String, Entry> entries, int owner, String entity, ObjectNode row) {
    entries
        .computeIfAbsent(entity + " " + row, k -> new Entry(entity, row, new TreeSet<>()))
        .owners()
        .add(owner);
  }

  /** Everything of another, once it is certain to be wanted. */
  public void add(SyncBatch other) {
    other.upserts.values().forEach(e -> e.owners().forEach(o -> upsert(o, e.entity(), e.row())));
    other.deletes.values().forEach(e -> e.owners().forEach(o -> delete(o, e.entity(), e.row())));
  }

  /**
   * Sends what was put together.
   *
   * @param gone tells which documents are not in the shop any more, asked only if the shop names a
   *     missing right: it takes a row that is gone for a new one
   * @return the documents that were refused; all others are written
   * @throws FaultException if a whole call failed
   */
  public Map<Integer, Fault> send(ShopwareApi api, Supplier<Map<Integer, Fault>> gone) {
    Set<Integer> owners = new TreeSet<>();
    upserts.values().forEach(entry -> owners.addAll(entry.owners()));
    deletes.values().forEach(entry -> owners.addAll(entry.owners()));
    send(api, owners, gone);
    return refused;
  }

  /**
   * Sends all or nothing.
   *
   * @throws FaultException also for what the shop refuses
   */
  public void sendAll(ShopwareApi api) {
    for (Fault fault : send(api, Map::of).values()) {
      throw new FaultException(fault);
    }
  }

  private void send(ShopwareApi api, Set<Integer> owners, Supplier<Map<Integer, Fault>> gone) {
    if (owners.isEmpty()) {
      return;
    }
    Map<String, List<Entry>> operations = new LinkedHashMap<>();
    group(upserts, owners, "upsert", operations);
    group(deletes, owners, "delete", operations);
    Reply reply = api.write("POST", PATH, body(operations));
    if (!reply.ok()) {
      Map<Integer, Fault> blamed = blamed(api.fault(true, PATH, reply), reply, operations, gone);
      blamed.keySet().retainAll(owners);
      refused.putAll(blamed);
      again(api, owners, blamed.keySet(), api.fault(true, PATH, reply));
    }
  }

  private static Map<Integer, Fault> blamed(
      Fault fault,
      Reply reply,
      Map<String, List<Entry>> operations,
      Supplier<Map<Integer, Fault>> gone) {
    if (fault instanceof Fault.Invalid) {
      return blame(reply, operations);
    }
    Map<Integer, Fault> missing =
        fault instanceof Fault.Forbidden ? new HashMap<>(gone.get()) : Map.of();
    if (missing.isEmpty()) {
      throw new FaultException(fault);
    }
    return missing;
  }

  private void again(ShopwareApi api, Set<Integer> owners, Set<Integer> blamed, Fault fault) {
    if (!blamed.isEmpty()) {
      Set<Integer> rest = new TreeSet<>(owners);
      rest.removeAll(blamed);
      send(api, rest, Map::of);
    } else if (owners.size() == 1) {
      owners.forEach(owner -> refused.put(owner, fault));
    } else {
      List<Integer> all = List.copyOf(owners);
      int half = all.size() / 2;
      send(api, new TreeSet<>(all.subList(0, half)), Map::of);
      send(api, new TreeSet<>(all.subList(half, all.size())), Map::of);
    }
  }

  private static void group(
      Map<String, Entry> entries,
      Set<Integer> owners,
      String action,
      Map<String, List<Entry>> operations) {
    entries.values().stream()
        .filter(entry -> entry.owners().stream().anyMatch(owners::contains))
        .sorted(Comparator.comparingInt(SyncBatch::place))
        .forEach(
            entry ->
                operations
                    .computeIfAbsent(action + "_" + entry.entity(), k -> new ArrayList<>())
                    .add(entry));
  }

  private static int place(Entry entry) {
    int place = ORDER.indexOf(entry.entity());
    return place < 0 ? ORDER.size() : place;
  }

  private static ArrayNode body(Map<String, List<Entry>> operations) {
    ArrayNode body = JsonNodeFactory.instance.arrayNode();
    operations.forEach(
        (key, entries) -> {
          ObjectNode operation = body.addObject().put("key", key);
          operation.put("action", key.substring(0, key.indexOf('_')));
          operation.put("entity", entries.getFirst().entity());
          ArrayNode payload = operation.putArray("payload");
          entries.forEach(entry -> payload.add(entry.row()));
        });
    return body;
  }

  private static Map<Integer, Fault> blame(Reply reply, Map<String, List<Entry>> operations) {
    Map<Integer, Fault> blamed = new HashMap<>();
    for (ApiError error : ApiErrors.of(reply.body()).all()) {
      Matcher place = POINTER.matcher(error.pointer());
      if (place.matches()) {
        List<Entry> entries = operations.getOrDefault(place.group(1), List.of());
        int index = Integer.parseInt(place.group(2));
        if (index < entries.size()) {
          Entry entry = entries.get(index);
          Fault fault = fault(entry, place.group(3), error);
          entry.owners().forEach(owner -> blamed.putIfAbsent(owner, fault));
        }
      }
    }
    return blamed;
  }

  /**
   * A lacking field that was not sent says that the row is gone: the shop took it for a new one.
   */
  private static Fault fault(Entry entry, String path, ApiError error) {
    int end = path.indexOf('/');
    String first = end < 0 ? path : path.substring(0, end);
    if (!entry.row().has(first)) {
      return new Fault.Conflict(
          "a " + entry.entity() + " of it was deleted in the shop while it was written");
    }
    String field = path.replace('/', '.');
    return new Fault.Invalid(
        entry.entity().equals("product") ? field : entry.entity() + "." + field,
        error.text(),
        error.code());
  }
}
