package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The price of one piece.
 *
 * @param list what it is compared with, null if there is no discount to show
 */
record Price(Money money, @Nullable Money list) {

  /** An amount gross and net. */
  record Money(BigDecimal gross, BigDecimal net) {

    static Money of(Fields amount) {
      return new Money(amount.requiredDecimal("gross"), amount.requiredDecimal("net"));
    }
  }

  static Price of(Fields one) {
    Fields list = one.at("listPrice");
    return new Price(Money.of(one.at("price")), list.node().isObject() ? Money.of(list) : null);
  }
}
