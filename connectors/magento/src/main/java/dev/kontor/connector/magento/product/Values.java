package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.attribute.Attributes;

/**
 * Ids of what the shop lists for its dropdowns.
 *
 * @param making whether values are added where the shop lacks them; else they stand as they are
 *     called
 */
record Values(Attributes attributes, boolean making) {

  /**
   * @throws dev.kontor.spi.FaultException the shop's refusal of a new one
   */
  String of(String code, String label) {
    String known = attributes.value(code, label);
    if (known != null) {
      return known;
    }
    return making ? attributes.made(code, label) : label;
  }

  /** Whether the shop has it. */
  static boolean isId(String value) {
    return value.matches("[0-9]+");
  }
}
