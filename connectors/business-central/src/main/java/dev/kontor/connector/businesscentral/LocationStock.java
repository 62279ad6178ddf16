package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stock as the companion app tells it: by location and variant, in base units.
 *
 * @param day the company's, on which receipts are judged
 */
record LocationStock(ApiPages companion, SkuScheme skus, Instant began, LocalDate day)
    implements StockView {

  /** Whether the app shows what a figure by location needs. */
  static boolean isTold(ApiPages companion) {
    return companion.has(StockRows.ON_HAND) && companion.has(StockRows.COMMITMENTS);
  }

  @Override
  public Map<String, String> marks() {
    return StockRows.open(companion).marks(day);
  }

  @Override
  public List<Document> of(List<JsonNode> items) {
    List<JsonNode> kept = items.stream().filter(StockItems::isKept).toList();
    StockRows rows =
        StockRows.of(companion, kept.stream().map(item -> Json.text(item, "number", "")).toList());
    List<Document> documents = new ArrayList<>();
    for (JsonNode item : kept) {
      String number = Json.text(item, "number", "");
      if (item.path("itemVariants").isEmpty()) {
        String sku = skus.write(number, Json.text(item, "gtin"), null);
        add(documents, sku, rows.stock(number, null));
      }
      for (JsonNode variant : item.path("itemVariants")) {
        String code = Json.text(variant, "code", "");
        add(documents, skus.write(number, null, code), rows.stock(number, code));
      }
    }
    return documents;
  }

  private void add(List<Document> documents, @Nullable String sku, StockAtPlaces places) {
    if (sku != null) {
      Stock stock = places.stock(sku, began, day);
      documents.add(
          new Document(
              EntityType.STOCK,
              sku,
              sku,
              version(stock, places.lastEntry()),
              began,
              false,
              ModelJson.tree(stock)));
    }
  }

  /** What is expected is judged anew each day. */
  private static String version(Stock stock, long lastEntry) {
    ObjectNode content = (ObjectNode) ModelJson.tree(stock);
    content.remove("asOf");
    if (stock.receipts().isEmpty() && stock.transfers().isEmpty()) {
      content.remove("day");
    }
    return Digest.of(content.put("lastEntry", lastEntry).toString());
  }
}
