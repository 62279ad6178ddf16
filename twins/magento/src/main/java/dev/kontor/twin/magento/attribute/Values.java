package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.magento.data.Row;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What becomes of a sent value in the column of an attribute's kind: a date is read, a price must
 * be a number, a choice is a number, and one the attribute does not have is kept all the same
 * (Magento_Eav, Attribute/Backend; Magento_Catalog, Attribute/Backend/Price).
 */
public final class Values {
  private static final Set<String> NO_TEXT =
      Set.of("date", "datetime", "price", "weight", "select", "boolean");

  private Values() {}

  /** Null where the shop keeps no value: an empty text is one, but only in a column of texts. */
  public static JsonNode stored(ObjectNode attribute, JsonNode sent) {
    String input = Row.text(attribute, "input");
    boolean isEmpty = sent.isString() && sent.asString().isEmpty() && NO_TEXT.contains(input);
    if (sent.isNull() || isEmpty) {
      return NullNode.getInstance();
    }
    return switch (input) {
      case "date", "datetime" -> StringNode.valueOf(Dates.stored(sent.asString("")));
      case "price" -> StringNode.valueOf(Numbers.price(sent.asString("")));
      case "boolean" -> StringNode.valueOf(Numbers.choice(sent.asString("")));
      case "select" ->
          attribute.has("options")
              ? StringNode.valueOf(Numbers.choice(sent.asString("")))
              : scalar(sent);
      case "multiselect" -> StringNode.valueOf(Numbers.choices(sent));
      default -> scalar(sent);
    };
  }

  private static JsonNode scalar(JsonNode sent) {
    if (sent.isContainer()) {
      return sent;
    }
    return StringNode.valueOf(
        sent.isBoolean() ? (sent.asBoolean() ? "1" : "0") : sent.asString(""));
  }
}
