package dev.kontor.twin.shopware.cart;

/** A product asked for: complete with inheritance, and how many. */
public record Item(
    String identifier, tools.jackson.databind.node.ObjectNode product, int quantity) {}
