package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what overlays say into partners' pages, once the document is there. States are compared: a
 * repetition finds nothing left to do, so that a lost answer is looked up by it.
 */
final class JoinedRows {

  private static final String SAME_KEY = "Internal_EntityWithSameKeyExists";

  private final JoinedPages pages;
  private final String entitySet;

  JoinedRows(Configuration configuration, Company company, String entitySet) {
    this.pages = new JoinedPages(configuration, company, Set.of(entitySet));
    this.entitySet = entitySet;
  }

  /** Whether a mapped document says something for such a page. */
  static boolean isIn(JsonNode content) {
    return !content.path(Join.FIELD).isEmpty();
  }

  /**
   * Puts what is said for pages into a prepared document.
   *
   * @throws FaultException if no such page or field is there
   */
  void prepare(JsonNode mapped, ObjectNode prepared) {
    prepared.remove(Join.FIELD);
    for (Map.Entry<String, JsonNode> said : mapped.path(Join.FIELD).properties()) {
      Join join = join(said.getKey());
      said.getValue().propertyNames().forEach(field -> require(join, field));
      if (!said.getValue().isEmpty()) {
        prepared.withObject("/" + Join.FIELD).set(join.name(), said.getValue());
      }
    }
  }

  private Join join(String name) {
    Join join =
        pages
            .named(name)
            .orElseThrow(
                () ->
                    invalid(
                        Join.FIELD + "." + name,
                        "names no page of setting joined for "
                            + entitySet
                            + "; add it there, or correct the overlay"));
    if (join.many()) {
      throw invalid(
          join.setting(),
          "is a page with many rows for one document, which is only read; correct the overlay");
    }
    return pages.required(join);
  }

  private void require(Join join, String field) {
    if (field.equals(join.key()) || !pages.has(join, field)) {
      throw invalid(
          join.setting() + "." + field,
          (field.equals(join.key()) ? "is the key of " : "is no field of ")
              + join.page()
              + "; correct the overlay");
    }
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }

  /**
   * Makes the rows of a document say what its content says; nothing else of them is touched.
   *
   * @param document with its id and number
   * @param before what was last written: only what is new against it is written, as people may have
   *     changed the rest since; an empty object for nothing
   * @throws FaultException naming the page and field
   */
  void write(JsonNode document, JsonNode content, JsonNode before) {
    for (Map.Entry<String, JsonNode> said : content.path(Join.FIELD).properties()) {
      Join join = join(said.getKey());
      ObjectNode fresh = differing(said.getValue(), before.path(Join.FIELD).path(join.name()));
      if (!fresh.isEmpty()) {
        write(join, document, fresh);
      }
    }
  }

  private void write(Join join, JsonNode document, ObjectNode fresh) {
    String key = join.of(document);
    List<JsonNode> rows = new ArrayList<>();
    pages.read(List.of(join), Map.of(join, Set.of(key)), (asked, found) -> rows.addAll(found));
    if (rows.size() > 1) {
      throw new FaultException(new Fault.Ambiguous(Joined.several(join, key, rows.size())));
    }
    try {
      if (rows.isEmpty()) {
        pages.page(join).create(Json.blanked(fresh).put(join.key(), key));
      } else {
        ObjectNode changes = differing(fresh, rows.getFirst());
        if (!changes.isEmpty()) {
          pages.page(join).update(rows.getFirst(), Json.blanked(changes));
        }
      }
    } catch (FaultException e) {
      throw new FaultException(named(join, e.fault()));
    }
  }

  /** The fields that one says otherwise than the other. */
  private static ObjectNode differing(JsonNode wanted, JsonNode there) {
    ObjectNode changes = Json.object();
    wanted.properties().stream()
        .filter(field -> !Json.same(there.path(field.getKey()), field.getValue()))
        .forEach(field -> changes.set(field.getKey(), field.getValue()));
    return changes;
  }

  /** Whether there is a record of that key already. */
  static boolean isSameKey(Fault fault) {
    return fault instanceof Fault.Invalid invalid && SAME_KEY.equals(invalid.remoteCode());
  }

  private static Fault named(Join join, Fault fault) {
    return fault instanceof Fault.Invalid invalid
        ? new Fault.Invalid(
            join.setting() + "." + invalid.field(), invalid.problem(), invalid.remoteCode())
        : fault;
  }
}
