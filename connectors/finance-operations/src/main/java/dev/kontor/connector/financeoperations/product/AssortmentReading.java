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

  static final String TEXTS = "ProductTranslations";
  static final String BAR_CODES = "ProductNumberIdentifiedBarcodes";

  private static final List<String> PRODUCT =
      List.of(
          FnoApi.COMPANY,
          Released.ITEM,
          Released.NUMBER,
          "ProductSubType",
          "ProductSearchName",
          "ProductLifecycleStateId",
          "SalesSalesTaxItemGroupCode",
          "SalesUnitSymbol",
          "SalesPrice",
          "SalesPriceQuantity",
          "NetProductWeight",
          "TareProductWeight");

  private static final List<String> VARIANT = variantFields();

  private static final List<String> TEXT =
      List.of(Released.NUMBER, "LanguageId", "ProductName", "Description");

  private static final List<String> BAR_CODE =
      List.of(
          FnoApi.COMPANY,
          Released.NUMBER,
          "Barcode",
          "ProductQuantityUnitSymbol",
          "ProductQuantity",
          "IsDefaultScannedBarcode",
          "IsDefaultDisplayedBarcode");

  private final FnoApi api;
  private final boolean sellsVariants;
  private final String hierarchy;
  private final Set<String> named;

  AssortmentReading(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.sellsVariants = settings.sellsVariants();
    this.hierarchy = ProductSettings.of(settings).hierarchy();
    this.named = LineItems.numbers(settings.open());
  }

  private static List<String> variantFields() {
    List<String> fields =
        new ArrayList<>(
            List.of(
                FnoApi.COMPANY,
                Released.MASTER,
                Released.ITEM,
                Released.VARIANT,
                "ProductLifecycleStateId"));
    fields.addAll(Released.dimensions());
    return List.copyOf(fields);
  }

  Assortment all() {
    List<JsonNode> products = articles(api.rows(Released.PRODUCTS, "", PRODUCT));
    return new Assortment(
        products,
        Assortment.variants(sellsVariants ? api.rows(Released.VARIANTS, "", VARIANT) : List.of()),
        Assortment.by(Released.NUMBER, api.everywhere(TEXTS, "", TEXT)),
        Assortment.by(Released.NUMBER, api.rows(BAR_CODES, "", BAR_CODE)),
        CategoryPaths.all(api, hierarchy));
  }

  Assortment of(List<String> items) {
    List<JsonNode> products =
        articles(api.rowsOf(Released.PRODUCTS, Released.ITEM, items, PRODUCT)).stream()
            .filter(row -> items.stream().anyMatch(Row.text(row, Released.ITEM)::equalsIgnoreCase))
            .toList();
    List<String> numbers = products.stream().map(AssortmentReading::number).toList();
    List<JsonNode> variants = variantsOf(products);
    List<String> coded = new ArrayList<>(numbers);
    variants.forEach(row -> coded.add(Row.text(row, Released.VARIANT)));
    return new Assortment(
        products,
        Assortment.variants(variants),
        Assortment.by(Released.NUMBER, api.everywhereOf(TEXTS, Released.NUMBER, numbers, TEXT)),
        Assortment.by(Released.NUMBER, api.rowsOf(BAR_CODES, Released.NUMBER, coded, BAR_CODE)),
        CategoryPaths.of(api, hierarchy, numbers));
  }

  private List<JsonNode> variantsOf(List<JsonNode> products) {
    List<String> masters =
        products.stream().filter(Released::isMaster).map(AssortmentReading::number).toList();
    return sellsVariants
        ? api.rowsOf(Released.VARIANTS, Released.MASTER, masters, VARIANT)
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
