package dev.kontor.proof.day;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can still be sold of each article: in the ERP's ledger, less what is ordered and not sent.
 */
final class Shelving {

  private Shelving() {}

  static Map<String, BigDecimal> free(Books books) {
    Map<String, BigDecimal> free = new TreeMap<>(books.onHand());
    books.owed().forEach((sku, pieces) -> free.merge(sku, pieces.negate(), BigDecimal::add));
    return free;
  }
}
