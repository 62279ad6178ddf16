package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows associations and paths from row to row. */
public final class Relations {
  private final Tables tables;

  public Relations(Tables tables) {
    this.tables = tables;
  }

  /** The rows an association of this row leads to. */
  public List<ObjectNode> rows(ObjectNode row, Association association) {
    if (!association.known()) {
      return List.of();
    }
    return switch (association.link()) {
      case ONE -> one(row, association).stream().toList();
      case INVERSE, MANY ->
          tables.where(association.target(), association.key(), Values.required(row, "id"));
      case LISTED -> listed(row, association);
      case LISTING -> listing(row, association);
    };
  }

  private Optional<ObjectNode> one(ObjectNode row, Association association) {
    return Optional.ofNullable(Values.text(row, association.key()))
        .flatMap(id -> tables.find(association.target(), id));
  }

  private List<ObjectNode> listed(ObjectNode row, Association association) {
    List<ObjectNode> rows = new ArrayList<>();
    row.path(association.key())
        .forEach(id -> tables.find(association.target(), id.asString()).ifPresent(rows::add));
    return rows;
  }

  private List<ObjectNode> listing(ObjectNode row, Association association) {
    String id = Values.required(row, "id");
    return tables.all(association.target()).stream()
        .filter(
            other ->
                other.path(association.key()).valueStream().anyMatch(v -> v.asString().equals(id)))
        .toList();
  }

  /** All values at the end of a path; JSON null stands for a missing one. */
  public List<JsonNode> values(ObjectNode row, Path path) {
    if (path.steps().isEmpty()) {
      return List.of(value(row, path));
    }
    List<ObjectNode> rows = List.of(row);
    for (Association step : path.steps()) {
      rows = rows.stream().flatMap(r -> rows(r, step).stream()).toList();
    }
    return rows.stream().map(r -> value(r, path)).toList();
  }

  private static JsonNode value(ObjectNode row, Path path) {
    return Values.orNull(
        path.custom() ? row.path("customFields").get(path.field()) : row.get(path.field()));
  }
}
