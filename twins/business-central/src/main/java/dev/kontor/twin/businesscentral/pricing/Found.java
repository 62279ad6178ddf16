package dev.kontor.twin.businesscentral.pricing;

import java.math.BigDecimal;

/**
 * The answer of a price search.
 *
 * @param unitPrice in the document's currency, VAT and unit
 * @param discountPercent line discount, 0 to 100
 * @param agreed whether any price line was a candidate, also one whose minimum was not met
 */
public record Found(
    BigDecimal unitPrice,
    BigDecimal discountPercent,
    boolean allowLineDiscount,
    boolean allowInvoiceDiscount,
    boolean agreed) {}
