package dev.kontor.twin.magento.cart;

/** Who buys, as far as tax asks: the country goods go to and the class of the customer's group. */
public record Buyer(String country, long taxClass) {}
