package dev.kontor.kit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a {@code $batch}.
 *
 * @param id names its answer
 * @param path below the client's prefix
 * @param ifMatch the etag, null for none
 * @param body null for none
 */
public record ODataPart(
    String id, String method, String path, @Nullable String ifMatch, @Nullable JsonNode body) {}
