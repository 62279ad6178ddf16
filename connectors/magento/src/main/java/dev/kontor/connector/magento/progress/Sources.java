package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.stock.ShopStock;
import dev.kontor.connector.magento.stock.SourceItems;
import dev.kontor.connector.magento.stock.SourceItems.Item;
import dev.kontor.connector.magento.stock.StockSetup;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which source goods leave; the shop takes a shipment from one that has them all only. */
final class Sources {

  private final StockSetup setup;
  private final SourceItems items;
  private final @Nullable String always;

  /** Source codes by the ERP's location codes; those of shipments before those of stock. */
  private final Map<String, String> shipped;

  private final Map<String, String> stocked;

  Sources(MagentoApi api, MagentoSettings settings, StockSetup setup) {
    this.setup = setup;
    this.items = new SourceItems(api);
    this.always = settings.progress().source();
    this.shipped = settings.progress().locations();
    this.stocked = settings.stock().locations();
  }

  /**
   * The one of the place that the ERP names, else the first of the stock that has them all, else
   * the default one.
   *
   * @param location the ERP's code, empty if unknown
   * @param goods pieces by article number
   */
  String of(String location, Map<String, BigDecimal> goods) {
    String named = shipped.get(location);
    if (named == null) {
      named = always == null ? stocked.get(location) : always;
    }
    if (named != null) {
      return named;
    }
    ShopStock stock = setup.get();
    if (stock.sources().size() == 1) {
      return stock.main();
    }
    Map<String, Map<String, Item>> there = items.of(goods.keySet(), stock.sources());
    return stock.sources().stream()
        .filter(source -> goods.entrySet().stream().allMatch(e -> has(there, source, e)))
        .findFirst()
        .orElse(stock.main());
  }

  private static boolean has(
      Map<String, Map<String, Item>> there, String source, Map.Entry<String, BigDecimal> pieces) {
    Item item = there.getOrDefault(pieces.getKey(), Map.of()).get(source);
    return item != null && item.quantity().compareTo(pieces.getValue()) >= 0;
  }
}
