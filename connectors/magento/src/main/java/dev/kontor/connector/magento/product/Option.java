package dev.kontor.connector.magento.product;

import java.util.Locale;

/** One choice, such as Colour and Red. */
record Option(String name, String value) {

  /** As the shop compares values, which ignores case. */
  String key() {
    return name + "=" + value.strip().toLowerCase(Locale.ROOT);
  }
}
