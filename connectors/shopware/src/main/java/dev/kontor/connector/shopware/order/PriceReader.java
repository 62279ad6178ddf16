package dev.kontor.connector.shopware.order;

import dev.kontor.model.Amount;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads calculated prices of one order. What a price means depends on the order's tax status, and
 * the shop writes PHP floats such as 19.990000000000002, so every number is rounded to the order's
 * own decimals (shopware/contract.md §6).
 *
 * @param decimals of the order's item rounding
 */
record PriceReader(PriceBasis basis, int decimals) {

  /** An amount with its tax shares, which sum to it. */
  record Priced(Amount amount, List<TaxShare> taxes) {}

  static PriceReader of(JsonNode order) {
    return new PriceReader(
        basis(order), Math.max(decimals(order, "itemRounding"), decimals(order, "totalRounding")));
  }

  private static PriceBasis basis(JsonNode order) {
    String status = order.path("taxStatus").asString("");
    return switch (status) {
      case "gross" -> PriceBasis.GROSS;
      case "net" -> PriceBasis.NET;
      case "tax-free" -> PriceBasis.TAX_FREE;
      default ->
          throw Unreadable.field(
              "taxStatus", "is '" + status + "', but only gross, net and tax-free are known");
    };
  }

  private static int decimals(JsonNode order, String rounding) {
    return order.path(rounding).path("decimals").asInt(2);
  }

  BigDecimal money(JsonNode number, String field) {
    if (!number.isNumber()) {
      throw Unreadable.field(field, "is no number; read the order again with its prices");
    }
    return number.decimalValue().setScale(decimals, RoundingMode.HALF_UP);
  }

  /** A {@code calculated_price} such as a line's price or a delivery's shipping costs. */
  Priced priced(JsonNode price, String field) {
    BigDecimal total = money(price.path("totalPrice"), field + ".totalPrice");
    List<TaxShare> shares = shares(price.path("calculatedTaxes"), field);
    BigDecimal tax = zero();
    BigDecimal explained = zero();
    for (TaxShare share : shares) {
      tax = tax.add(share.amount().tax());
      explained = explained.add(share.amount().on(basis));
    }
    Amount amount = amount(total, tax);
    return new Priced(amount, complete(shares, total.subtract(explained)));
  }

  /** As the shop states them, one per rate; empty for tax-free prices. */
  List<TaxShare> shares(JsonNode calculatedTaxes, String field) {
    List<TaxShare> shares = new ArrayList<>();
    int i = 0;
    for (JsonNode tax : calculatedTaxes) {
      String at = field + ".calculatedTaxes[" + i++ + "]";
      BigDecimal rate = tax.path("taxRate").decimalValue().stripTrailingZeros();
      shares.add(
          new TaxShare(
              rate.scale() < 0 ? rate.setScale(0) : rate,
              amount(
                  money(tax.path("price"), at + ".price"), money(tax.path("tax"), at + ".tax"))));
    }
    return shares;
  }

  Amount amount(BigDecimal price, BigDecimal tax) {
    return switch (basis) {
      case GROSS -> Amount.ofGross(price, tax);
      case NET, TAX_FREE -> Amount.ofNet(price, tax);
    };
  }

  BigDecimal zero() {
    return BigDecimal.ZERO.setScale(decimals);
  }

  /**
   * The shop states no share for a tax-free price, and none of the price where goods discounted to
   * zero carry the shipping: that rest is put, untaxed as stated, to the first rate.
   */
  private List<TaxShare> complete(List<TaxShare> shares, BigDecimal rest) {
    if (rest.signum() == 0) {
      return shares;
    }
    List<TaxShare> all = new ArrayList<>(shares);
    if (all.isEmpty()) {
      all.add(new TaxShare(BigDecimal.ZERO, amount(rest, zero())));
    } else {
      TaxShare first = all.getFirst();
      all.set(0, new TaxShare(first.rate(), first.amount().plus(amount(rest, zero()))));
    }
    return all;
  }
}
