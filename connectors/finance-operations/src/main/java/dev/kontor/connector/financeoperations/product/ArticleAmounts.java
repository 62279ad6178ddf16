package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Weight and price of a released product, for one sales unit. */
final class ArticleAmounts {

  private ArticleAmounts() {}

  /** Net and packing, in kilograms; null if neither is stated. */
  static @Nullable BigDecimal weight(JsonNode product) {
    BigDecimal gross =
        Row.number(product, "NetProductWeight").add(Row.number(product, "TareProductWeight"));
    return gross.signum() > 0 ? plain(gross) : null;
  }

  /** The base price, which holds no tax; null for none. */
  static @Nullable BigDecimal price(JsonNode product) {
    BigDecimal price = Row.number(product, "SalesPrice");
    BigDecimal per = Row.number(product, "SalesPriceQuantity");
    if (price.signum() <= 0) {
      return null;
    }
    return plain(per.signum() > 0 ? price.divide(per, MathContext.DECIMAL64) : price);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
