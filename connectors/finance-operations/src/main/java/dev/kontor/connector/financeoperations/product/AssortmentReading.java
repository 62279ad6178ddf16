package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.order.LineItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads what articles are made of: one call for each entity set and 10,000 of its rows, or for 25
 * articles. What settings name for shipping and the like is no article.
 */
final class AssortmentReading {

  private final FnoApi api;
  private final boolean sellsVariants;
  private final CategoryReading categories;
  private final Set<String> named;

  AssortmentReading(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.sellsVariants = settings.sellsVariants();
    this.categories = new CategoryReading(api, ProductSettings.of(settings).hierarchy());
    this.named = LineItems.numbers(settings.open());
  }

  Assortment all() {
    List<JsonNode> products = articles(api.rows(Released.PRODUCTS, "", ArticleFields.PRODUCT));
    return new Assortment(
        products,
        Assortment.variants(
            sellsVariants ? api.rows(Released.VARIANTS, "", ArticleFields.VARIANT) : List.of()),
        Assortment.by(Released.NUMBER, api.everywhere(ArticleFields.TEXTS, "", ArticleFields.TEXT)),
        Assortment.by(
            Released.NUMBER, api.rows(ArticleFields.BAR_CODES, "", ArticleFields.BAR_CODE)),
        categories.all());
  }

  Assortment of(List<String> items) {
    List<JsonNode> products =
        articles(api.rowsOf(Released.PRODUCTS, Released.ITEM, items, ArticleFields.PRODUCT))
            .stream()
            .filter(row -> items.stream().anyMatch(Row.text(row, Released.ITEM)::equalsIgnoreCase))
            .toList();
    List<String> numbers = products.stream().map(AssortmentReading::number).toList();
    List<JsonNode> variants = variantsOf(products);
    List<String> coded = new ArrayList<>(numbers);
    variants.forEach(row -> coded.add(Row.text(row, Released.VARIANT)));
    return new Assortment(
        products,
        Assortment.variants(variants),
        Assortment.by(
            Released.NUMBER,
            api.everywhereOf(ArticleFields.TEXTS, Released.NUMBER, numbers, ArticleFields.TEXT)),
        Assortment.by(
            Released.NUMBER,
            api.rowsOf(ArticleFields.BAR_CODES, Released.NUMBER, coded, ArticleFields.BAR_CODE)),
        categories.of(numbers));
  }

  private List<JsonNode> variantsOf(List<JsonNode> products) {
    List<String> masters =
        products.stream().filter(Released::isMaster).map(AssortmentReading::number).toList();
    return sellsVariants
        ? api.rowsOf(Released.VARIANTS, Released.MASTER, masters, ArticleFields.VARIANT)
        : List.of();
  }

  private List<JsonNode> articles(List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> !named.contains(Released.key(Row.text(row, Released.ITEM))))
        .toList();
  }

  /** In the catalogue of all companies. */
  static String number(JsonNode product) {
    String number = Row.text(product, Released.NUMBER);
    return number.isEmpty() ? Row.text(product, Released.ITEM) : number;
  }
}
