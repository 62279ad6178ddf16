package dev.kontor.model;

/**
 * One choice that tells a variant from its siblings.
 *
 * @param name what is chosen, e.g. Colour
 * @param value the choice, e.g. Red
 */
public record VariantOption(String name, String value) {}
