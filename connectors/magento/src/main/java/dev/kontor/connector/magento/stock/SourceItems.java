package dev.kontor.connector.magento.stock;

import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.OpenPieces;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the shop says lies at its sources. */
public final class SourceItems {

  /**
   * An article at one source.
   *
   * @param on whether the shop counts it
   */
  public record Item(BigDecimal quantity, boolean on) {

    BigDecimal counted() {
      return on ? quantity : BigDecimal.ZERO;
    }
  }

  private final MagentoApi api;

  public SourceItems(MagentoApi api) {
    this.api = api;
  }

  /**
   * Items by source, by article number as {@link OpenPieces#key} writes it; an article that lies
   * nowhere is absent.
   */
  public Map<String, Map<String, Item>> of(Collection<String> skus, List<String> sources) {
    Map<String, Map<String, Item>> items = new HashMap<>();
    int most = Math.max(1, SearchCriteria.MAX_SIZE / sources.size());
    for (List<String> some : Articles.pages(skus, most)) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE)
              .oneOf("sku", some)
              .oneOf("source_code", sources)
              .only("sku,source_code,quantity,status");
      for (JsonNode row : api.search("inventory/source-items", criteria)) {
        items
            .computeIfAbsent(OpenPieces.key(row.path("sku").asString("")), sku -> new HashMap<>())
            .put(row.path("source_code").asString(""), item(row));
      }
    }
    return items;
  }

  private static Item item(JsonNode row) {
    JsonNode quantity = row.path("quantity");
    return new Item(
        quantity.isNumber() ? quantity.decimalValue() : BigDecimal.ZERO,
        row.path("status").asInt(0) == 1);
  }
}
