package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Document;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One look at stock: one sum per item as API v2.0 tells it, or by location and variant. */
sealed interface StockView permits SumStock, LocationStock {

  /** What is open of items, by item number: short texts that differ where something changed. */
  Map<String, String> marks();

  /**
   * The figures of items as {@link StockItems} reads them; services and items without article
   * number have none.
   */
  List<Document> of(List<JsonNode> items);
}
