package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An article with all its variants: one document, because a shop shows them as one.
 *
 * @param id the source's id of the article
 * @param sku the number the hub identifies it by, after the connection's SKU scheme
 * @param name in the source's own language
 * @param texts name and description in other languages, or the description in its own
 * @param gtin bar code, null if it has none
 * @param unit code of the unit it is sold in
 * @param weight gross weight of one unit in kilograms, null if unknown
 * @param taxGroup the ERP's tax group code
 * @param taxRate percent a consumer in the company's own country pays, null where the source cannot
 *     tell
 * @param unitPrice list price in {@code currency}; null where the source states none
 * @param currency ISO 4217 code of {@code unitPrice}
 * @param blocked it must not be sold
 * @param categories paths from the root, the main one first
 * @param pictures the first is the cover
 * @param variants empty for a simple article; what is sold are the variants if there are any
 */
public record Product(
    String id,
    String sku,
    String name,
    List<ProductText> texts,
    @Nullable String gtin,
    @Nullable String manufacturer,
    @Nullable String unit,
    @Nullable BigDecimal weight,
    @Nullable String taxGroup,
    @Nullable BigDecimal taxRate,
    @Nullable BigDecimal unitPrice,
    @Nullable String currency,
    boolean priceIncludesTax,
    boolean blocked,
    List<CategoryPath> categories,
    List<Attribute> attributes,
    List<Picture> pictures,
    List<ProductVariant> variants,
    Map<String, Map<String, JsonNode>> extra) {

  public Product {
    texts = List.copyOf(texts);
    categories = List.copyOf(categories);
    attributes = List.copyOf(attributes);
    pictures = List.copyOf(pictures);
    variants = List.copyOf(variants);
    extra = Map.copyOf(extra);
  }
}
