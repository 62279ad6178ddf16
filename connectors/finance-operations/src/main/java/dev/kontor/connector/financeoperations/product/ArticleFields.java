package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import java.util.List;
import java.util.stream.Stream;

/** What of each entity set articles are made of. */
final class ArticleFields {

  static final String TEXTS = "ProductTranslations";
  static final String BAR_CODES = "ProductNumberIdentifiedBarcodes";

  static final List<String> PRODUCT =
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

  static final List<String> VARIANT =
      Stream.concat(Released.variantKeys().stream(), Stream.of("ProductLifecycleStateId")).toList();

  static final List<String> TEXT =
      List.of(Released.NUMBER, "LanguageId", "ProductName", "Description");

  static final List<String> BAR_CODE =
      List.of(
          FnoApi.COMPANY,
          Released.NUMBER,
          "Barcode",
          "ProductQuantityUnitSymbol",
          "ProductQuantity",
          "IsDefaultScannedBarcode",
          "IsDefaultDisplayedBarcode");

  private ArticleFields() {}
}
