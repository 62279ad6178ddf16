package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An article or one variant of it.
 *
 * @param sku the number the hub identifies it by, after the connection's SKU scheme
 * @param parentSku SKU of the parent article, null for a simple article or a parent
 * @param unit code of the unit it is sold in
 * @param taxGroup the ERP's tax group code
 * @param unitPrice list price in {@code currency}; null where the source states none
 */
public record Product(
    String id,
    String sku,
    @Nullable String parentSku,
    String name,
    @Nullable String gtin,
    @Nullable String unit,
    @Nullable String taxGroup,
    @Nullable BigDecimal unitPrice,
    boolean priceIncludesTax,
    boolean blocked,
    List<String> categories,
    Map<String, Map<String, JsonNode>> extra) {

  public Product {
    categories = List.copyOf(categories);
    extra = Map.copyOf(extra);
  }
}
