package dev.kontor.twin.financeoperations.schema;

import java.util.Map;

/**
 * A navigation property that can be expanded.
 *
 * @param on own property → property of the target
 */
public record Link(String name, String target, boolean many, Map<String, String> on) {}
