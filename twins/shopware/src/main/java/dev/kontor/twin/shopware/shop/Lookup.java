package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds shop configuration by the names people use. */
public final class Lookup {
  private final Tables tables;

  public Lookup(Tables tables) {
    this.tables = tables;
  }

  /** Throws ApiError 400 that names what was asked for when there is no such row. */
  public ObjectNode by(String entity, String field, String value) {
    return tables.where(entity, field, value).stream()
        .findFirst()
        .orElseThrow(
            () ->
                ApiError.plain(
                    400, "No " + entity + " with " + field + " " + value + " in the twin."));
  }

  public String id(String entity, String field, String value) {
    return Values.required(by(entity, field, value), "id");
  }

  public String stateId(String machine, String state) {
    String machineId = id("state_machine", "technicalName", machine);
    return tables.where("state_machine_state", "stateMachineId", machineId).stream()
        .filter(s -> state.equals(Values.text(s, "technicalName")))
        .map(s -> Values.required(s, "id"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No state " + state + " in " + machine));
  }

  public String stateName(ObjectNode row) {
    return Values.required(
        tables.get("state_machine_state", Values.required(row, "stateId")), "technicalName");
  }

  /** A field of the row that a key of this one names; null when it names none. */
  public @Nullable String text(ObjectNode row, String key, String entity, String field) {
    String id = Values.text(row, key);
    return id == null ? null : tables.find(entity, id).map(r -> Values.text(r, field)).orElse(null);
  }

  public ObjectNode salesChannel() {
    return tables.all("sales_channel").iterator().next();
  }
}
