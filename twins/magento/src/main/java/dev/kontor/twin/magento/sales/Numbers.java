package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Tables;
import java.util.Locale;

/** Increment ids: each store has its own series, the second one with its number before it. */
final class Numbers {
  private Numbers() {}

  static String order(long store) {
    return document("order", store);
  }

  /** The name of a series. */
  static String document(String kind, long store) {
    return kind + " of store " + store;
  }

  static String next(Tables tables, String kind, long store) {
    String prefix = store == 1 ? "" : String.valueOf(store);
    long number = tables.next(document(kind, store));
    return prefix + String.format(Locale.ROOT, "%09d", number);
  }
}
