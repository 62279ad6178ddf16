package dev.kontor.connector.magento.order;

import dev.kontor.model.Amount;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up amounts by tax rate. */
final class Sum {

  private final Map<BigDecimal, Amount> byRate = new TreeMap<>(Comparator.reverseOrder());

  Sum add(BigDecimal rate, Amount amount) {
    byRate.merge(rate, amount, Amount::plus);
    return this;
  }

  void add(List<TaxShare> shares) {
    shares.forEach(share -> add(share.rate(), share.amount()));
  }

  Amount total() {
    return byRate.values().stream().reduce(Amount.ZERO, Amount::plus);
  }

  /** Rates that come to nothing are left out, unless all do. */
  List<TaxShare> shares() {
    List<TaxShare> all =
        byRate.entrySet().stream().map(e -> new TaxShare(e.getKey(), e.getValue())).toList();
    List<TaxShare> some = all.stream().filter(Sum::isSomething).toList();
    return some.isEmpty() ? all.stream().limit(1).toList() : some;
  }

  static boolean isSomething(TaxShare share) {
    return share.amount().net().signum() != 0 || share.amount().tax().signum() != 0;
  }
}
