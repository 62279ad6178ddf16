package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code property op literal}. */
record Compare(Property property, String operator, JsonNode literal) implements Filter {
  @Override
  public boolean test(ObjectNode row) {
    JsonNode value = row.path(property.name());
    if (value.isNull() || value.isMissingNode()) {
      return operator.equals("ne");
    }
    int difference = Values.compare(value, literal, property.kind());
    return switch (operator) {
      case "eq" -> difference == 0;
      case "ne" -> difference != 0;
      case "gt" -> difference > 0;
      case "ge" -> difference >= 0;
      case "lt" -> difference < 0;
      default -> difference <= 0;
    };
  }
}
