package dev.kontor.connector.magento.attribute;

import tools.jackson.databind.JsonNode;

/**
 * One attribute of the attribute set.
 *
 * @param input how people enter it, such as {@code text} or {@code select}
 * @param global whether every store view has the same value
 */
public record Attribute(int id, String code, String input, boolean global) {

  static Attribute of(JsonNode row) {
    return new Attribute(
        row.path("attribute_id").asInt(0),
        row.path("attribute_code").asString(""),
        row.path("frontend_input").asString(""),
        row.path("scope").asString("").equals("global"));
  }

  /** Whether it has one of the values that the shop lists, else a text. */
  public boolean isChosen() {
    return input.equals("select");
  }

  public boolean isText() {
    return input.equals("text") || input.equals("textarea");
  }

  /** Whether variants can differ by it (Magento_ConfigurableProduct, Type/Configurable). */
  public boolean tellsVariants() {
    return isChosen() && global;
  }
}
