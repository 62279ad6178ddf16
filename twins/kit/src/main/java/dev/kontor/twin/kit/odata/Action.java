package dev.kontor.twin.kit.odata;

import java.util.Map;

/** A bound action of an entity with its parameters in order, as $metadata tells of it. */
public record Action(String name, Map<String, EdmType> parameters) {}
