package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One variant of an article. What is null is the article's own.
 *
 * @param id the source's id of the variant
 * @param sku the number the hub identifies it by, after the connection's SKU scheme
 * @param options what tells it from its siblings, e.g. colour red, in the order a shop asks for
 *     them; never empty
 * @param unitPrice list price in the article's currency and basis
 */
public record ProductVariant(
    String id,
    String sku,
    @Nullable String name,
    List<ProductText> texts,
    @Nullable String gtin,
    @Nullable BigDecimal weight,
    @Nullable BigDecimal unitPrice,
    boolean blocked,
    List<VariantOption> options,
    List<Picture> pictures,
    Map<String, Map<String, JsonNode>> extra) {

  public ProductVariant {
    texts = List.copyOf(texts);
    options = List.copyOf(options);
    pictures = List.copyOf(pictures);
    extra = Map.copyOf(extra);
  }
}
