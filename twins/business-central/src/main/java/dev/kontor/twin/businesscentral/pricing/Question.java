package dev.kontor.twin.businesscentral.pricing;

import dev.kontor.twin.businesscentral.totals.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One document line that asks for its price.
 *
 * @param currency of the document, blank for local
 * @param factor document currency per local unit
 * @param vat rate of the line in the document
 * @param perUnit base units in one of the line's unit
 * @param card what the item card says
 * @param allowLineDiscount whether the customer gets line discounts
 * @param sources whom agreements may be made with to count, in any order
 * @param precision of unit prices, for example 0.00001
 */
record Question(
    LocalDate date,
    String currency,
    BigDecimal factor,
    boolean includesVat,
    VatRate vat,
    BigDecimal quantity,
    String unit,
    BigDecimal perUnit,
    String item,
    String variant,
    String itemDiscountGroup,
    PriceLine card,
    boolean allowLineDiscount,
    List<Source> sources,
    BigDecimal precision) {}
