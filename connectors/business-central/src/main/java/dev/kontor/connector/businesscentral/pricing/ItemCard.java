package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;

/**
 * What the item card says about its price.
 *
 * @param unitPrice in local currency for the base unit
 * @param vatBusinessGroup VAT Bus. Posting Gr. (Price), needed if the price includes VAT
 * @param itemDiscountGroup blank for none
 * @param allowInvoiceDiscount what a sales line starts with
 */
public record ItemCard(
    String no,
    BigDecimal unitPrice,
    boolean priceIncludesVat,
    String vatBusinessGroup,
    String itemDiscountGroup,
    boolean allowInvoiceDiscount) {}
