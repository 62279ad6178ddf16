package dev.kontor.connector.magento.stock;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.StockSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which stock a website sells from, which sources fill it and whose orders reserve of it; asked
 * once, and again after {@link #forget}.
 */
public final class StockSetup {

  private final MagentoApi api;
  private final MagentoSettings settings;
  private volatile @Nullable ShopStock known;

  public StockSetup(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /**
   * @throws FaultException the shop's refusal, or {@link Fault.Misconfigured} if the settings name
   *     what the shop does not have
   */
  public ShopStock get() {
    ShopStock stock = known;
    if (stock == null) {
      stock = read();
      known = stock;
    }
    return stock;
  }

  /** A person changed it in the shop, by what the shop answers. */
  public void forget() {
    known = null;
  }

  private ShopStock read() {
    List<JsonNode> stocks =
        api.search("inventory/stocks", new SearchCriteria(SearchCriteria.MAX_SIZE)).stream()
            .filter(stock -> !websites(stock).isEmpty())
            .toList();
    JsonNode stock = chosen(stocks);
    List<String> sources = sources(stock.path("stock_id").asString(""));
    StockSettings wanted = settings.stock();
    for (String location : wanted.locations().keySet()) {
      String source = wanted.locations().get(location);
      if (!sources.contains(source)) {
        throw wrong("locations." + location, source, sources);
      }
    }
    return new ShopStock(
        sources, wanted.locations(), stocks.size() == 1 ? Set.of() : stores(stock));
  }

  private JsonNode chosen(List<JsonNode> stocks) {
    String website = settings.stock().website();
    List<JsonNode> fitting =
        stocks.stream()
            .filter(stock -> website == null || websites(stock).contains(website))
            .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    Set<String> known = new LinkedHashSet<>();
    stocks.forEach(stock -> known.addAll(websites(stock)));
    throw new FaultException(
        new Fault.Misconfigured(
            settings.connection() + ".stock.website",
            "must name the website whose stock is filled; the shop has "
                + String.join(", ", known)));
  }

  private static List<String> websites(JsonNode stock) {
    return stock
        .path("extension_attributes")
        .path("sales_channels")
        .valueStream()
        .filter(channel -> channel.path("type").asString("").equals("website"))
        .map(channel -> channel.path("code").asString(""))
        .toList();
  }

  /** Those that are switched on and wanted, by priority, the wanted default one first. */
  private List<String> sources(String stock) {
    List<String> there =
        api.get("inventory/get-sources-assigned-to-stock-ordered-by-priority/" + stock)
            .valueStream()
            .filter(source -> source.path("enabled").asBoolean(false))
            .map(source -> source.path("source_code").asString(""))
            .toList();
    List<String> wanted = settings.stock().sources();
    for (String source : wanted) {
      if (!there.contains(source)) {
        throw wrong("sources", source, there);
      }
    }
    List<String> filled = new ArrayList<>(wanted.isEmpty() ? there : wanted);
    if (filled.isEmpty()) {
      throw new FaultException(
          new Fault.Misconfigured(
              settings.connection() + ".stock", "has no source; assign one to it in the shop"));
    }
    return List.copyOf(filled);
  }

  private Set<String> stores(JsonNode stock) {
    Set<String> codes = new HashSet<>(websites(stock));
    Set<String> ids =
        api.get("store/websites")
            .valueStream()
            .filter(website -> codes.contains(website.path("code").asString("")))
            .map(website -> website.path("id").asString(""))
            .collect(Collectors.toSet());
    return api.get("store/storeViews")
        .valueStream()
        .filter(store -> ids.contains(store.path("website_id").asString("")))
        .map(store -> store.path("id").asString(""))
        .collect(Collectors.toSet());
  }

  private FaultException wrong(String field, String source, List<String> there) {
    return new FaultException(
        new Fault.Misconfigured(
            settings.connection() + ".stock." + field,
            "names the source '"
                + source
                + "', which does not fill this stock; it is filled from "
                + String.join(", ", there)));
  }
}
