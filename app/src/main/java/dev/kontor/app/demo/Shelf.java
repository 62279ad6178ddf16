package dev.kontor.app.demo;

import java.math.BigDecimal;

/**
 * The stock of one article at one moment.
 *
 * @param shown what the shop offers
 * @param sellable what lies in the ERP and is not ordered yet, by the two systems' own truth
 */
public record Shelf(String sku, BigDecimal shown, BigDecimal sellable) {

  public boolean right() {
    return shown.compareTo(offered()) == 0;
  }

  boolean offersTooMuch() {
    return shown.compareTo(offered()) > 0;
  }

  /** Of what is ordered beyond what there is, a shop shows nothing rather than less. */
  private BigDecimal offered() {
    return sellable.max(BigDecimal.ZERO);
  }
}
