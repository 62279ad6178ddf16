package dev.kontor.connector.financeoperations.progress;

import dev.kontor.connector.financeoperations.api.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tracking information of one packing slip.
 *
 * @param parcels its rows
 */
record Parcels(List<JsonNode> parcels) {

  List<String> codes() {
    return parcels.stream()
        .map(row -> Row.text(row, "TrackingNumber"))
        .filter(code -> !code.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  @Nullable String url() {
    return parcels.stream()
        .map(row -> Row.text(row, "TrackingURL"))
        .filter(url -> !url.isEmpty())
        .sorted()
        .findFirst()
        .orElse(null);
  }
}
