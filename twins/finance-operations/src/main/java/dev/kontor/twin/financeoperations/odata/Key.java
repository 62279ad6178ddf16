package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Property;
import dev.kontor.twin.kit.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The key of one row: all key properties are needed.
 *
 * @param company in lower case, empty where rows belong to none
 * @param values of the other keys in order
 */
record Key(String company, List<String> values) {

  static Key parse(EntitySet set, String text) {
    ObjectNode given = given(set, text);
    if (!java.util.Set.copyOf(given.propertyNames()).equals(java.util.Set.copyOf(set.keys()))) {
      throw Fault.request(
          400,
          "The number of keys specified in the URI does not match number of key properties for the resource '%s'; needed are %s."
              .formatted(Names.qualified(set), String.join(", ", set.keys())));
    }
    String company =
        set.isOfCompany()
            ? given.path("dataAreaId").asString().toLowerCase(java.util.Locale.ROOT)
            : Records.SHARED;
    return new Key(
        company,
        set.keys().stream()
            .filter(k -> !k.equals("dataAreaId"))
            .map(k -> Records.keyText(given.path(k)))
            .toList());
  }

  /** The key of a row, folded. */
  static Key of(EntitySet set, ObjectNode row) {
    return new Key(
            Records.text(row, "dataAreaId"),
            set.keys().stream()
                .filter(k -> !k.equals("dataAreaId"))
                .map(k -> Records.keyText(row.path(k)))
                .toList())
        .folded();
  }

  /** The row's address below the service, as it would be called. */
  static String address(EntitySet set, ObjectNode row) {
    return set.keys().stream()
        .map(k -> k + "=" + literal(property(set, k), row))
        .collect(java.util.stream.Collectors.joining(",", set.name() + "(", ")"));
  }

  private static String literal(Property property, ObjectNode row) {
    String text = Records.keyText(row.path(property.name()));
    return property.kind().isTime() || property.kind().isNumber()
        ? text
        : "'" + Reader.encoded(text.replace("'", "''")) + "'";
  }

  /** The same with values in lower case. */
  Key folded() {
    return new Key(
        company, values.stream().map(v -> v.toLowerCase(java.util.Locale.ROOT)).toList());
  }

  private static ObjectNode given(EntitySet set, String text) {
    Tokens tokens = new Tokens(text);
    ObjectNode given = Json.object();
    while (!tokens.atEnd()) {
      String token = tokens.take();
      if (given.isEmpty() && tokens.atEnd() && set.keys().size() == 1) {
        String only = set.keys().getFirst();
        given.set(only, Values.literal(property(set, only), token));
      } else {
        tokens.expect("=");
        given.set(token, Values.literal(property(set, token), tokens.take()));
      }
      if (!tokens.atEnd()) {
        tokens.expect(",");
      }
    }
    return given;
  }

  private static Property property(EntitySet set, String name) {
    return set.property(name)
        .filter(Property::key)
        .orElseThrow(() -> Tokens.bad("'" + name + "' is no key of '" + set.type() + "'."));
  }
}
