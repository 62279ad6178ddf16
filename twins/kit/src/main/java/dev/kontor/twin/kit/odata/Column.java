package dev.kontor.twin.kit.odata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/**
 * One property of an entity.
 *
 * @param code whether text is stored in upper case without outer blanks
 * @param maxLength characters of a string, 0 for unlimited
 * @param members names of an enumeration, escaped as on the wire
 * @param since first version of the system that has the property
 */
public record Column(
    String name,
    EdmType type,
    boolean code,
    int maxLength,
    List<String> members,
    boolean writable,
    int since) {
  public static final String NO_GUID = "00000000-0000-0000-0000-000000000000";
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** What a row holds before anything is written. */
  public JsonNode initial() {
    return switch (type) {
      case GUID -> StringNode.valueOf(NO_GUID);
      case STRING, STREAM -> StringNode.valueOf("");
      case DECIMAL -> DecimalNode.valueOf(java.math.BigDecimal.ZERO);
      case INT32 -> IntNode.valueOf(0);
      case BOOLEAN -> BooleanNode.FALSE;
      case DATE -> StringNode.valueOf("0001-01-01");
      case DATETIME -> StringNode.valueOf("0001-01-01T00:00:00Z");
      case ENUM -> StringNode.valueOf(members.isEmpty() ? "" : members.getFirst());
    };
  }

  /** The value as it is stored; null becomes the initial value. Throws ODataFault. */
  JsonNode checked(JsonNode value) {
    if (value.isNull()) {
      return initial();
    }
    if (!fits(value)) {
      throw ODataFault.of(
          Problem.WRONG_TYPE,
          "Cannot convert the literal '%s' of property '%s' to the expected type '%s'."
              .formatted(value.asString(""), name, type.edmName()));
    }
    if (type == EdmType.ENUM && !members.contains(value.asString())) {
      throw ODataFault.of(
          Problem.WRONG_MEMBER,
          "'%s' is not an option. The existing options are: %s"
              .formatted(value.asString(), String.join(",", members)));
    }
    JsonNode stored = canonical(value);
    if (maxLength > 0 && stored.asString().length() > maxLength) {
      throw ODataFault.of(
          Problem.TOO_LONG,
          "The length of the string is %d, but it must be less than or equal to %d characters. Value: %s"
              .formatted(stored.asString().length(), maxLength, stored.asString()));
    }
    return stored;
  }

  /** The form in which a value is stored and compared. */
  JsonNode canonical(JsonNode value) {
    if (code && value.isString()) {
      return StringNode.valueOf(value.asString().strip().toUpperCase(Locale.ROOT));
    }
    return type == EdmType.GUID && value.isString()
        ? StringNode.valueOf(value.asString().toLowerCase(Locale.ROOT))
        : value;
  }

  private boolean fits(JsonNode value) {
    return switch (type) {
      case GUID -> value.isString() && GUID.matcher(value.asString()).matches();
      case STRING, ENUM -> value.isString();
      case DECIMAL -> value.isNumber();
      case INT32 -> value.isIntegralNumber();
      case BOOLEAN -> value.isBoolean();
      case DATE -> value.isString() && parses(() -> LocalDate.parse(value.asString()));
      case DATETIME -> value.isString() && parses(() -> OffsetDateTime.parse(value.asString()));
      case STREAM -> false;
    };
  }

  private static boolean parses(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
