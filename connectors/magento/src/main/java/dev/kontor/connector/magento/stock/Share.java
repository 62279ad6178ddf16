package dev.kontor.connector.magento.stock;

import dev.kontor.connector.magento.stock.SourceItems.Item;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one article's pieces are shared out to the sources, and what of that the shop does not have
 * yet.
 *
 * @param sku as the shop spells it
 * @param level what may be sold
 * @param taken what the shop's open orders subtract from its sources
 * @param there by source
 */
record Share(
    String sku, StockLevel level, BigDecimal taken, ShopStock stock, Map<String, Item> there) {

  /** What the shop's buyers see now. */
  BigDecimal shown() {
    return there.values().stream().map(Item::counted).reduce(taken.negate(), BigDecimal::add);
  }

  /**
   * Pieces by source. What the ERP says lies at a location goes to its source until all is shared
   * out, the rest and what open orders hold back to the first.
   */
  private Map<String, BigDecimal> wanted() {
    Map<String, BigDecimal> wanted = new LinkedHashMap<>();
    stock.sources().forEach(source -> wanted.put(source, BigDecimal.ZERO));
    BigDecimal left = level.quantity().max(BigDecimal.ZERO);
    for (String source : stock.sources()) {
      BigDecimal some = at(source).max(BigDecimal.ZERO).min(left);
      wanted.merge(source, some, BigDecimal::add);
      left = left.subtract(some);
    }
    wanted.merge(stock.main(), left.add(taken), BigDecimal::add);
    return wanted;
  }

  private BigDecimal at(String source) {
    return stock.byLocation().entrySet().stream()
        .filter(entry -> entry.getValue().equals(source))
        .map(entry -> level.locations().getOrDefault(entry.getKey(), BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * What must be written, by source. A source where the article never lay is left alone unless
   * there is something for it: the shop refuses a second source for parts of some bundles
   * (magento/observed.md, More on fulfilment and stock).
   */
  Map<String, Item> changes() {
    Map<String, Item> changes = new LinkedHashMap<>();
    wanted()
        .forEach(
            (source, pieces) -> {
              Item item = there.get(source);
              boolean lies = item != null || (there.isEmpty() && source.equals(stock.main()));
              if ((lies || pieces.signum() > 0) && !isSo(item, pieces)) {
                changes.put(source, new Item(pieces, on(item, pieces)));
              }
            });
    return changes;
  }

  private static boolean isSo(@Nullable Item item, BigDecimal pieces) {
    return item != null && item.quantity().compareTo(pieces) == 0 && item.on() == on(item, pieces);
  }

  /** Whether nothing can be sold beyond zero is for the shop to say (backorders). */
  private static boolean on(@Nullable Item item, BigDecimal pieces) {
    return item == null || item.on() || pieces.signum() > 0;
  }
}
