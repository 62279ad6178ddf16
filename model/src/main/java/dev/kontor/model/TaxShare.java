package dev.kontor.model;

import java.math.BigDecimal;

/**
 * The part of an amount taxed at one rate, as the shop calculated it.
 *
 * @param rate percent, e.g. 19 or 5.5
 * @param amount net, tax and gross of that part
 */
public record TaxShare(BigDecimal rate, Amount amount) {}
