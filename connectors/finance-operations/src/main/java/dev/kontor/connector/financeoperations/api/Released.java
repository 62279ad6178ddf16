package dev.kontor.connector.financeoperations.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Released products and their variants: what sets and fields are called. */
public final class Released {

  public static final String PRODUCTS = "ReleasedProductsV2";
  public static final String VARIANTS = "ReleasedProductVariantsV2";

  /** Number of a released product, in both sets. */
  public static final String ITEM = "ItemNumber";

  /** Number of a variant. */
  public static final String VARIANT = "ProductVariantNumber";

  /** Number of the master that a variant is of, a part of its key. */
  public static final String MASTER = "ProductMasterNumber";

  /** Number in the catalogue of all companies. */
  public static final String NUMBER = "ProductNumber";

  private Released() {}

  /** Product dimensions, by the names that lines, stock and variants share. */
  public static List<String> dimensions() {
    return List.of(
        "ProductConfigurationId",
        "ProductSizeId",
        "ProductColorId",
        "ProductStyleId",
        "ProductVersionId");
  }

  /** Fields that name a variant, the product it is of, and its dimensions. */
  public static List<String> variantKeys() {
    return Stream.concat(Stream.of(FnoApi.COMPANY, ITEM, MASTER, VARIANT), dimensions().stream())
        .toList();
  }

  /** Whether only its variants are sold. */
  public static boolean isMaster(JsonNode product) {
    return Row.text(product, "ProductSubType").equals("ProductMaster");
  }

  /** Item number of the product that a variant is of. */
  public static String item(JsonNode variant) {
    String item = Row.text(variant, ITEM);
    return item.isEmpty() ? Row.text(variant, MASTER) : item;
  }

  /** The database does not tell capitals from small letters. */
  public static String key(String number) {
    return number.toUpperCase(Locale.ROOT);
  }
}
