package dev.kontor.proof.merchant;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What lies in the ERP and is not ordered yet, beside what the shop shows: both systems' truth. */
public final class Shelves {

  private final Truth truth;
  private final Map<String, Integer> sold = new ConcurrentHashMap<>();

  public Shelves(Truth truth) {
    this.truth = truth;
  }

  /** Pieces by SKU of an order that stays. */
  public void sold(Map<String, Integer> units) {
    units.forEach((sku, pieces) -> sold.merge(sku, pieces, Integer::sum));
  }

  /**
   * By how much the shop shows too much (positive) or too little, by SKU; empty if all is exact.
   */
  public Map<String, BigDecimal> wrong() {
    Map<String, Integer> shown = truth.shopStock();
    Map<String, BigDecimal> wrong = new TreeMap<>();
    truth
        .onHand()
        .forEach(
            (sku, pieces) -> {
              BigDecimal free = pieces.subtract(BigDecimal.valueOf(sold.getOrDefault(sku, 0)));
              BigDecimal off = BigDecimal.valueOf(shown.getOrDefault(sku, 0)).subtract(free);
              if (off.signum() != 0) {
                wrong.put(sku, off);
              }
            });
    return wrong;
  }
}
