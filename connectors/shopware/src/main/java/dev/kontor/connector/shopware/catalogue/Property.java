package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;
import java.util.List;

/** A value of a property, the same in other languages beside it. */
record Property(String group, String value, List<Words> groupTexts, List<Words> valueTexts) {

  /** The unit stands behind the value. */
  static Property of(Fields property) {
    String unit = property.text("unit");
    String after = unit == null ? "" : " " + unit;
    return new Property(
        property.required("name"),
        property.required("value") + after,
        texts(property, "name", ""),
        texts(property, "value", after));
  }

  private static List<Words> texts(Fields property, String field, String after) {
    return property
        .at("texts")
        .each()
        .map(text -> new Words(text.required("language"), text.required(field) + after, null))
        .toList();
  }
}
