package dev.kontor.twin.shopware.cart;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line a clerk writes: a custom article or a credit.
 *
 * @param type CUSTOM or CREDIT
 * @param definition the price as it was posted
 */
public record Manual(
    String identifier,
    Line.Type type,
    String label,
    @Nullable String description,
    int quantity,
    ObjectNode definition) {}
