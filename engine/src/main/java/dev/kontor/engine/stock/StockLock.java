package dev.kontor.engine.stock;

import dev.kontor.engine.delivery.Round;
import java.util.Locale;

/**
 * The lock that orders "a sale was recorded" and "a figure was written" of one SKU, so that neither
 * overlooks the other.
 */
final class StockLock {

  private StockLock() {}

  /**
   * Has the round take it, and that which a process of the release before takes, too.
   *
   * @param sku in whatever case
   */
  static Round take(Round round, String sku) {
    return round.lock("stock|" + sku.toLowerCase(Locale.ROOT)).lock("stock|" + sku);
  }
}
