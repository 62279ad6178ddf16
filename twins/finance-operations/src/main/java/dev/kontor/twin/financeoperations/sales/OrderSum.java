package dev.kontor.twin.financeoperations.sales;

import java.math.BigDecimal;

/** What a document of some parts of an order comes to. */
public record OrderSum(
    BigDecimal discount, BigDecimal charges, BigDecimal chargesTax, TaxResult result) {}
