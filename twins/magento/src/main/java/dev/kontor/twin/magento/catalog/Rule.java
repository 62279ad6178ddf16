package dev.kontor.twin.magento.catalog;

/** What an attribute demands of a product. */
record Rule(String label, boolean required, boolean unique) {}
