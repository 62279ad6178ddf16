package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;
import org.jspecify.annotations.Nullable;

/** Name and description in one language; either may be null. */
record Words(String language, @Nullable String name, @Nullable String description) {

  static Words of(Fields text) {
    return new Words(text.required("language"), text.text("name"), text.text("description"));
  }
}
