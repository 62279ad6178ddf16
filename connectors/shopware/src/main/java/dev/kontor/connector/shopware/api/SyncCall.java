package dev.kontor.connector.shopware.api;

import dev.kontor.connector.shopware.api.ApiErrors.ApiError;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Changes one field of many rows of one entity in one call and one transaction. A refusal applies
 * nothing: what the shop blames is taken out and the rest sent again (shopware/contract.md §3).
 */
public final class SyncCall {

  private static final String PATH = "/api/_action/sync";

  /**
   * One change.
   *
   * @param index of the outcome it answers to
   * @param number as people call the row, null if they do not
   */
  public record Row(int index, String id, @Nullable String number, JsonNode value) {}

  private final ShopwareApi api;
  private final String entity;
  private final String field;
  private final Function<Row, Fault> gone;

  /**
   * @param gone what it means that the shop has no such row
   */
  public SyncCall(ShopwareApi api, String entity, String field, Function<Row, Fault> gone) {
    this.api = api;
    this.entity = entity;
    this.field = field;
    this.gone = gone;
  }

  /**
   * Fills the outcome of every row.
   *
   * @throws FaultException if the whole call failed
   */
  public void write(List<Row> rows, @Nullable Outcome[] outcomes) {
    List<Row> left = rows;
    while (!left.isEmpty()) {
      Reply reply = api.write("POST", PATH, body(left));
      if (reply.ok()) {
        left.forEach(row -> outcomes[row.index()] = written(row));
        return;
      }
      left = afterRefusal(left, reply, outcomes);
    }
  }

  private List<Row> afterRefusal(List<Row> rows, Reply reply, @Nullable Outcome[] outcomes) {
    Fault fault = api.fault(true, PATH, reply);
    if (fault instanceof Fault.Forbidden) {
      return existing(rows, fault, outcomes);
    }
    if (!(fault instanceof Fault.Invalid)) {
      throw new FaultException(fault);
    }
    Map<Integer, ApiError> blamed = SyncBlame.of(reply, entity, field);
    if (blamed.isEmpty()) {
      halve(rows, fault, outcomes);
      return List.of();
    }
    return without(rows, blamed, outcomes);
  }

  /** Nothing was applied and the shop does not say whose fault it was. */
  private void halve(List<Row> rows, Fault fault, @Nullable Outcome[] outcomes) {
    if (rows.size() == 1) {
      outcomes[rows.getFirst().index()] = fault;
      return;
    }
    int half = rows.size() / 2;
    write(rows.subList(0, half), outcomes);
    write(rows.subList(half, rows.size()), outcomes);
  }

  private List<Row> without(
      List<Row> rows, Map<Integer, ApiError> blamed, @Nullable Outcome[] outcomes) {
    List<Row> rest = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      ApiError error = blamed.get(i);
      if (error == null) {
        rest.add(row);
      } else {
        outcomes[row.index()] =
            SyncBlame.isField(error, field)
                ? new Fault.Invalid(field, error.text(), error.code())
                : gone.apply(row);
      }
    }
    return rest;
  }

  /**
   * The shop takes a row that is gone for a new one, and the right to create is not asked for: one
   * missing row must not look like a missing right.
   */
  private List<Row> existing(List<Row> rows, Fault forbidden, @Nullable Outcome[] outcomes) {
    Set<String> there = new TreeSet<>();
    api.search(
            entity,
            new Criteria(Criteria.MAX_LIMIT)
                .ids(rows.stream().map(Row::id).distinct().toList())
                .include(entity, List.of("id")))
        .forEach(row -> there.add(row.path("id").asString("")));
    List<Row> rest = rows.stream().filter(row -> there.contains(row.id())).toList();
    if (rest.size() == rows.size()) {
      throw new FaultException(forbidden);
    }
    rows.stream()
        .filter(row -> !there.contains(row.id()))
        .forEach(row -> outcomes[row.index()] = gone.apply(row));
    return rest;
  }

  private ArrayNode body(List<Row> rows) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    ArrayNode payload =
        operations
            .addObject()
            .put("key", entity)
            .put("action", "upsert")
            .put("entity", entity)
            .putArray("payload");
    rows.forEach(row -> payload.addObject().put("id", row.id()).set(field, row.value()));
    return operations;
  }

  private static Outcome written(Row row) {
    return new Outcome.Written(row.id(), row.number(), null);
  }
}
