package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.pricing.Dimension;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has a price: a released product, or a variant of one.
 *
 * @param sku as shops know it
 * @param parentSku item number of the product a variant belongs to
 * @param item number, in capitals
 * @param unit the product's sales unit
 * @param taxGroup item sales tax group
 */
record PricedArticle(
    String sku,
    @Nullable String parentSku,
    String item,
    String unit,
    String taxGroup,
    Map<Dimension, String> dimensions) {

  PricedArticle {
    dimensions = Map.copyOf(dimensions);
  }
}
