package dev.kontor.connector.magento.stock;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stock that the hub fills.
 *
 * @param sources codes of those filled, in the stock's priority order, the default one first
 * @param byLocation source by the ERP's location code
 * @param stores ids of the store views that sell it; empty for all
 */
public record ShopStock(List<String> sources, Map<String, String> byLocation, Set<String> stores) {

  /** Where goes what has no place of its own. */
  public String main() {
    return sources.getFirst();
  }
}
