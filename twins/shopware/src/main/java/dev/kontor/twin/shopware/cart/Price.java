package dev.kontor.twin.shopware.cart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A calculated price: amounts in cart currency, gross or net as the cart's tax status says. */
public record Price(
    BigDecimal unit, int quantity, BigDecimal total, List<Tax> taxes, List<TaxShare> shares) {

  public static final Price NOTHING =
      new Price(BigDecimal.ZERO, 1, BigDecimal.ZERO, List.of(), List.of());

  /** The sum with taxes merged per rate, in order of first appearance. */
  public static Price sum(Collection<Price> prices) {
    BigDecimal total = prices.stream().map(Price::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Tax> taxes = new ArrayList<>();
    List<TaxShare> shares = new ArrayList<>();
    for (Price price : prices) {
      price.taxes.forEach(t -> merge(taxes, t));
      price.shares.stream()
          .filter(s -> shares.stream().noneMatch(known -> known.sameRate(s.rate())))
          .forEach(shares::add);
    }
    return new Price(total, 1, total, taxes, shares);
  }

  private static void merge(List<Tax> taxes, Tax tax) {
    for (int i = 0; i < taxes.size(); i++) {
      if (taxes.get(i).rate().compareTo(tax.rate()) == 0) {
        taxes.set(i, taxes.get(i).plus(tax));
        return;
      }
    }
    taxes.add(tax);
  }

  public BigDecimal taxTotal() {
    return taxes.stream().map(Tax::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Every rate of this price as a rule of its own over the whole price. */
  public List<TaxShare> wholeShares() {
    return taxes.stream().map(t -> TaxShare.whole(t.rate())).toList();
  }
}
