package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an article costs, as the source states it.
 *
 * @param amount null where the source states none
 */
record Tag(@Nullable BigDecimal amount, @Nullable String currency, boolean includesTax) {

  static Tag of(Fields price) {
    return new Tag(
        price.decimal("amount"),
        price.text("currency"),
        price.node().path("includesTax").asBoolean(false));
  }
}
