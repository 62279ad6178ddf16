package dev.kontor.twin.shopware.cart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who buys, as far as it decides prices and taxes.
 *
 * @param ruleIds rules that hold for this buyer now, the most important first
 * @param factor of the currency against the shop's own
 */
public record Buyer(
    boolean displayGross,
    List<String> ruleIds,
    @Nullable String company,
    List<String> vatIds,
    String countryId,
    String currencyId,
    BigDecimal factor,
    int decimals) {}
