package dev.kontor.twin.shopware.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entity of the shop's data model.
 *
 * @param name snake case, as in apiAlias and in sync operations
 * @param versioned rows carry the live version id
 * @param translated fields that also appear under "translated"
 * @param references version fields that the shop names first among a row's written fields
 * @param mapping what it joins, null for an entity with rows of its own
 */
public record Entity(
    String name,
    boolean versioned,
    List<String> translated,
    List<String> references,
    @Nullable Mapping mapping,
    Map<String, Property> properties) {

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

  /** The field by which others name a row of this entity: productManufacturerId. */
  public String keyName() {
    StringBuilder text = new StringBuilder();
    for (String part : name.split("_")) {
      text.append(
          text.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return text.append("Id").toString();
  }

  /** The field that every row of this entity needs to name one of the other, such as productId. */
  public Optional<String> keyOf(String other) {
    return associations()
        .filter(a -> a.link() == Link.ONE && a.target().equals(other))
        .map(Association::key)
        .filter(key -> field(key).map(Field::required).orElse(false))
        .findFirst();
  }

  /** The entity's name in an address: order-line-item. */
  public String route() {
    return name.replace('_', '-');
  }

  public boolean isTranslated(String field) {
    return translated.contains(field);
  }
}
