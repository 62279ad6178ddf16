package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.Property;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A parsed $filter. */
sealed interface Filter {
  boolean test(ObjectNode row);

  record And(Filter left, Filter right) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return left.test(row) && right.test(row);
    }
  }

  record Or(Filter left, Filter right) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return left.test(row) || right.test(row);
    }
  }

  record Not(Filter inner) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return !inner.test(row);
    }
  }

  /** The system stores no nulls: nothing equals null, everything differs from it. */
  record Fixed(boolean result) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return result;
    }
  }

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

  /** {@code property eq '*text*'}. */
  record Like(Property property, Pattern pattern) implements Filter {
    static Like of(Property property, String text) {
      String quoted = "\\Q" + text.replace("*", "\\E.*\\Q") + "\\E";
      return new Like(
          property,
          Pattern.compile(
              quoted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    @Override
    public boolean test(ObjectNode row) {
      return pattern.matcher(row.path(property.name()).asString("")).matches();
    }
  }
}
