package dev.kontor.connector.magento.changes;

import dev.kontor.spi.Cursor;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What one call found.
 *
 * @param rows oldest change first
 */
public record FoundRows(List<JsonNode> rows, Cursor next, boolean more) {}
