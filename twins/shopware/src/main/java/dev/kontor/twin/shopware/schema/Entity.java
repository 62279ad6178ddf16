package dev.kontor.twin.shopware.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entity of the shop's data model.
 *
 * @param name snake case, as in apiAlias and in sync operations
 * @param versioned rows carry the live version id
 * @param translated fields that also appear under "translated"
 */
public record Entity(
    String name, boolean versioned, List<String> translated, Map<String, Property> properties) {

  static Entity of(String name, boolean versioned, List<String> translated, List<Property> list) {
    Map<String, Property> byName = new LinkedHashMap<>();
    list.forEach(p -> byName.put(p.name(), p));
    return new Entity(name, versioned, translated, byName);
  }

  public Stream<Field> fields() {
    return properties.values().stream().filter(Field.class::isInstance).map(Field.class::cast);
  }

  public Stream<Association> associations() {
    return properties.values().stream()
        .filter(Association.class::isInstance)
        .map(Association.class::cast);
  }

  public Optional<Field> field(String field) {
    return Optional.ofNullable(properties.get(field))
        .filter(Field.class::isInstance)
        .map(Field.class::cast);
  }

  public Optional<Association> association(String association) {
    return Optional.ofNullable(properties.get(association))
        .filter(Association.class::isInstance)
        .map(Association.class::cast);
  }

  /** The entity's name in an address: order-line-item. */
  public String route() {
    return name.replace('_', '-');
  }

  public boolean isTranslated(String field) {
    return translated.contains(field);
  }
}
