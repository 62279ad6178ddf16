package dev.kontor.engine.stock;

import java.util.Locale;

/**
 * Names the lock that orders "a sale was recorded" and "a figure was written" of one SKU, so that
 * neither overlooks the other.
 */
public final class StockLock {

  private StockLock() {}

  /**
   * @param sku in whatever case
   */
  public static String key(String sku) {
    return "stock|" + sku.toLowerCase(Locale.ROOT);
  }
}
