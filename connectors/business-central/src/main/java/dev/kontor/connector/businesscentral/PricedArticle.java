package dev.kontor.connector.businesscentral;

import org.jspecify.annotations.Nullable;

/**
 * Something that has a price: an item without variants, or a variant.
 *
 * @param parentSku of the item a variant belongs to
 * @param item number
 * @param variant code, blank for none
 * @param unit code of the base unit, in which it is priced
 * @param taxGroup VAT product posting group
 */
record PricedArticle(
    String sku,
    @Nullable String parentSku,
    String item,
    String variant,
    String unit,
    String taxGroup) {}
