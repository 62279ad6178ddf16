package dev.kontor.connector.magento.product;

/** One choice, such as Colour and Red. */
record Option(String name, String value) {}
