package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What rounding the whole order to cash adds to it or takes away. */
final class CashRounding {

  private CashRounding() {}

  /** The shop may round the total to 0.05 after the lines are summed: rawTotal to totalPrice. */
  static Optional<OrderLine> of(JsonNode order, PriceReader prices) {
    JsonNode price = order.path("price");
    if (!price.path("rawTotal").isNumber()) {
      return Optional.empty();
    }
    BigDecimal difference =
        prices
            .money(price.path("totalPrice"), "price.totalPrice")
            .subtract(prices.money(price.path("rawTotal"), "price.rawTotal"));
    if (difference.signum() == 0) {
      return Optional.empty();
    }
    Amount amount = new Amount(difference, prices.zero(), difference);
    PriceReader.Priced priced =
        new PriceReader.Priced(amount, List.of(new TaxShare(BigDecimal.ZERO, amount)));
    String id = ShopRow.id(order) + "-rounding";
    return Optional.of(Charges.charge(id, LineKind.FEE, "Rounding", difference, priced));
  }
}
