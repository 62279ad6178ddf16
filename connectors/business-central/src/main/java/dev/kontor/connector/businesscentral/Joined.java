package dev.kontor.connector.businesscentral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what partners' pages say into field {@code joined} of documents, in one call for each app
 * whatever the number of documents.
 */
final class Joined {

  /** Of a document: what a person must mend before it can be translated. */
  static final String PROBLEMS = "problems";

  /** Of a document: the newest change of what is joined to it. */
  static final String CHANGED = "joinedAt";

  /** What is put into documents. */
  static final List<String> FIELDS = List.of(Join.FIELD, PROBLEMS, CHANGED);

  private final JoinedPages pages;

  Joined(JoinedPages pages) {
    this.pages = pages;
  }

  /**
   * @throws dev.kontor.spi.FaultException if a page is not as the setting states it
   */
  void put(Collection<? extends JsonNode> documents) {
    if (pages.isEmpty() || documents.isEmpty()) {
      return;
    }
    for (List<Join> together : pages.together()) {
      Map<Join, Set<String>> keys = new HashMap<>();
      together.forEach(join -> keys.put(pages.required(join), keys(join, documents)));
      Map<Join, Map<String, List<JsonNode>>> found = new HashMap<>();
      pages.read(together, keys, (join, rows) -> sort(join, rows, found));
      documents.forEach(document -> together.forEach(join -> put(document, join, found)));
    }
  }

  private static Set<String> keys(Join join, Collection<? extends JsonNode> documents) {
    Set<String> keys = new TreeSet<>();
    documents.forEach(document -> keys.add(join.of(document)));
    keys.remove("");
    return keys;
  }

  private static void sort(
      Join join, List<JsonNode> rows, Map<Join, Map<String, List<JsonNode>>> found) {
    Map<String, List<JsonNode>> byKey = found.computeIfAbsent(join, one -> new HashMap<>());
    rows.forEach(
        row -> byKey.computeIfAbsent(Codes.of(row, join.key()), key -> new ArrayList<>()).add(row));
  }

  private void put(JsonNode document, Join join, Map<Join, Map<String, List<JsonNode>>> found) {
    String key = Codes.upper(join.of(document));
    List<JsonNode> rows = found.getOrDefault(join, Map.of()).getOrDefault(key, List.of());
    ObjectNode joined = document.asObject().withObject("/" + Join.FIELD);
    if (join.many()) {
      ArrayNode all = joined.putArray(join.name());
      rows.forEach(row -> all.add(said(row)));
    } else if (rows.size() == 1) {
      joined.set(join.name(), said(rows.getFirst()));
    } else if (rows.size() > 1) {
      document.asObject().withArray(PROBLEMS).add(several(join, key, rows.size()));
    }
    changed(document.asObject(), pages.stamp(join), rows);
  }

  /** What to do about rows of which there should be one. */
  static String several(Join join, String key, int rows) {
    return join.page()
        + " has "
        + rows
        + " rows with "
        + join.key()
        + " "
        + key
        + "; delete those that are too many, or set "
        + join.setting()
        + ".rows to many";
  }

  private static void changed(ObjectNode document, @Nullable String stamp, List<JsonNode> rows) {
    for (JsonNode row : rows) {
      Instant at = stamp == null ? Instant.EPOCH : Json.instant(row, stamp);
      if (at.isAfter(Json.instant(document, CHANGED))) {
        document.put(CHANGED, at.toString());
      }
    }
  }

  /** Without what changes though nothing else does. */
  private static ObjectNode said(JsonNode row) {
    ObjectNode said = row.deepCopy().asObject();
    said.remove(
        said.propertyNames().stream()
            .filter(name -> name.startsWith("@") || JoinedPages.STAMPS.contains(name))
            .toList());
    return said;
  }
}
