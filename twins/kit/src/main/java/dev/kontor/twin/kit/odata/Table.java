package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The definition of one entity set; its key is the column {@code id}.
 *
 * @param source the set whose rows are shown, the own one unless the table is a view
 */
public record Table(
    String set,
    String entity,
    String source,
    int since,
    Map<String, Column> columns,
    List<Navigation> navigations,
    List<Action> actions) {

  Table at(int version) {
    Map<String, Column> known = new java.util.LinkedHashMap<>(columns);
    known.values().removeIf(column -> column.since() > version);
    return new Table(set, entity, source, since, known, navigations, actions);
  }

  Table reaching(Set<String> sets) {
    List<Navigation> kept = navigations.stream().filter(n -> sets.contains(n.targetSet())).toList();
    return new Table(set, entity, source, since, columns, kept, actions);
  }

  public Optional<Column> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  public Optional<Navigation> navigation(String name) {
    return navigations.stream().filter(n -> n.name().equals(name)).findFirst();
  }

  Optional<Action> action(String name) {
    return actions.stream().filter(action -> action.name().equals(name)).findFirst();
  }

  /** A row with every column at its initial value. */
  public ObjectNode blank() {
    ObjectNode row = Json.object();
    columns.values().forEach(column -> row.set(column.name(), column.initial()));
    return row;
  }

  /**
   * The body with each plain property checked, in the client's order; annotations and nested
   * collections are left out.
   */
  ObjectNode checked(ObjectNode body, boolean insert) {
    ObjectNode checked = Json.object();
    body.properties()
        .forEach(
            property -> {
              String name = property.getKey();
              if (name.startsWith("@") || navigation(name).isPresent()) {
                return;
              }
              Column column = column(name).orElseThrow(() -> unknown(name));
              if (!column.writable() && !(insert && name.equals("id"))) {
                throw ODataFault.of(Problem.READ_ONLY, "Control '" + name + "' is read-only.");
              }
              checked.set(name, column.checked(property.getValue()));
            });
    return checked;
  }

  private ODataFault unknown(String name) {
    return ODataFault.of(
        Problem.UNKNOWN_PROPERTY,
        "The property '%s' does not exist on type '%s'. Make sure to only use property names that are defined by the type."
            .formatted(name, entity));
  }
}
