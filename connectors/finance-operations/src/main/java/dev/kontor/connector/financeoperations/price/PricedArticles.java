package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.order.LineItems;
import dev.kontor.connector.financeoperations.order.TaxTable;
import dev.kontor.connector.financeoperations.pricing.Dimension;
import dev.kontor.connector.financeoperations.pricing.ReleasedProduct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Released products and, where shops go by variants, the variants of masters. What settings name
 * for shipping and the like is no article.
 */
final class PricedArticles {

  private static final List<String> FIELDS =
      List.of(
          FnoApi.COMPANY,
          Released.ITEM,
          "ProductSubType",
          "SalesPrice",
          "SalesPriceQuantity",
          "SalesUnitSymbol",
          "SalesLineDiscountProductGroupCode",
          "SalesSalesTaxItemGroupCode");

  private static final Map<Dimension, String> DIMENSIONS =
      Map.of(
          Dimension.CONFIGURATION, "ProductConfigurationId",
          Dimension.SIZE, "ProductSizeId",
          Dimension.COLOR, "ProductColorId",
          Dimension.STYLE, "ProductStyleId",
          Dimension.VERSION, "ProductVersionId");

  private final FnoApi api;
  private final boolean byVariant;
  private final Set<String> named;
  private final Map<Dimension, String> places;
  private final Map<String, JsonNode> rows = new HashMap<>();
  private final Map<String, PricedArticle> articles = new TreeMap<>();

  /**
   * @param places where orders ship from, as far as prices depend on it
   */
  PricedArticles(FnoSettings settings, FnoApi api, Map<Dimension, String> places) {
    this.api = api;
    this.byVariant = settings.sellsVariants();
    this.named = LineItems.numbers(settings.open());
    this.places = places;
  }

  PricedArticles all() {
    take(
        api.rows(Released.PRODUCTS, "", FIELDS),
        byVariant ? api.rows(Released.VARIANTS, "", List.of()) : List.of());
    return this;
  }

  /**
   * @param skus what shops call articles
   */
  PricedArticles of(List<String> skus) {
    List<JsonNode> variants =
        byVariant ? api.rowsOf(Released.VARIANTS, Released.VARIANT, skus, List.of()) : List.of();
    List<String> items = new ArrayList<>(skus);
    variants.forEach(row -> items.add(Released.item(row)));
    take(api.rowsOf(Released.PRODUCTS, Released.ITEM, items, FIELDS), variants);
    Set<String> asked = skus.stream().map(Codes::upper).collect(Collectors.toSet());
    articles.keySet().removeIf(sku -> !asked.contains(Codes.upper(sku)));
    return this;
  }

  private void take(List<JsonNode> products, List<JsonNode> variants) {
    for (JsonNode row : products) {
      String item = Row.text(row, Released.ITEM);
      rows.put(Codes.upper(item), row);
      boolean master = byVariant && Released.isMaster(row);
      if (!master && !named.contains(Codes.upper(item))) {
        articles.put(item, article(item, row, row));
      }
    }
    for (JsonNode variant : variants) {
      JsonNode product = rows.get(Codes.upper(Released.item(variant)));
      String sku = Row.text(variant, Released.VARIANT);
      if (product != null && !sku.isEmpty()) {
        articles.put(sku, article(sku, product, variant));
      }
    }
  }

  private PricedArticle article(String sku, JsonNode product, JsonNode variant) {
    String item = Row.text(product, Released.ITEM);
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    dimensions.putAll(places);
    DIMENSIONS.forEach(
        (dimension, field) -> {
          String value = Codes.upper(Row.text(variant, field));
          if (!value.isEmpty()) {
            dimensions.put(dimension, value);
          }
        });
    String own = TaxTable.itemGroup(variant);
    return new PricedArticle(
        sku,
        sku.equals(item) ? null : item,
        Codes.upper(item),
        Codes.upper(Row.text(product, "SalesUnitSymbol")),
        own.isEmpty() ? TaxTable.itemGroup(product) : own,
        dimensions);
  }

  /** By article number, in order. */
  Map<String, PricedArticle> byNumber() {
    return articles;
  }

  /** What the price engine knows of them. */
  List<ReleasedProduct> products() {
    return rows.entrySet().stream().map(e -> product(e.getKey(), e.getValue())).toList();
  }

  private static ReleasedProduct product(String item, JsonNode row) {
    BigDecimal per = Row.number(row, "SalesPriceQuantity");
    return new ReleasedProduct(
        item,
        Row.number(row, "SalesPrice"),
        per.signum() > 0 ? per : BigDecimal.ONE,
        Codes.upper(Row.text(row, "SalesUnitSymbol")),
        Codes.upper(Row.text(row, "SalesLineDiscountProductGroupCode")),
        "",
        false,
        Map.of());
  }
}
