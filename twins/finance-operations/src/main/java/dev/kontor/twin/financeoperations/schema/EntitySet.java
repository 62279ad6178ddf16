package dev.kontor.twin.financeoperations.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A public data entity.
 *
 * @param name of the set, as in addresses
 * @param type name in the singular
 * @param source what it is a view of; several versions of an entity share one
 * @param keys all of them are needed in a key
 * @param readOnly whether nothing can be written through it
 */
public record EntitySet(
    String name,
    String type,
    String source,
    List<String> keys,
    boolean readOnly,
    Map<String, Property> properties,
    List<Link> links) {
  static final String COMPANY = "dataAreaId";

  public Optional<Property> property(String wanted) {
    return Optional.ofNullable(properties.get(wanted));
  }

  public Optional<Link> link(String wanted) {
    return links.stream().filter(link -> link.name().equals(wanted)).findFirst();
  }

  /** Whether its rows belong to one company each. */
  public boolean isOfCompany() {
    return properties.containsKey(COMPANY);
  }

  /** Whether it has the property and the system does not fill it alone. */
  public boolean writes(String wanted) {
    return property(wanted).filter(p -> !readOnly && !p.readOnly()).isPresent();
  }

  /** A row with every property at its initial value. */
  public ObjectNode blank() {
    ObjectNode row = dev.kontor.twin.kit.Json.object();
    properties.values().forEach(p -> row.set(p.name(), p.initial()));
    return row;
  }
}
