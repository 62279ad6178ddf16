package dev.kontor.engine.desk;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document for people to read.
 *
 * @param title what it is
 * @param json null if nobody can read it any more
 * @param note why there is nothing, or not all, to be seen; null if there is
 */
public record Body(String title, @Nullable JsonNode json, @Nullable String note) {}
