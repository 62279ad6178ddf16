package dev.kontor.twin.magento.cart;

/** What shipping costs in order and base currency, and its tax. */
public record Shipping(Line.Sums sums, Line.Sums base, Rate rate) {}
