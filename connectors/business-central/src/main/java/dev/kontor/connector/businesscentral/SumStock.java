package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Stock as API v2.0 tells it: one sum of all locations and variants, so that what is kept by
 * variant has no figure.
 *
 * @param demand read before the items
 */
record SumStock(SkuScheme skus, OpenDemand demand, Instant began) implements StockView {

  @Override
  public Map<String, String> marks() {
    Map<String, String> marks = new TreeMap<>();
    demand.pieces().forEach((item, pieces) -> marks.put(item, plain(pieces)));
    return marks;
  }

  @Override
  public List<Document> of(List<JsonNode> items) {
    List<Document> documents = new ArrayList<>();
    for (JsonNode item : items) {
      String sku = skus.write(Json.text(item, "number", ""), Json.text(item, "gtin"), null);
      if (sku != null && StockItems.isKept(item) && item.path("itemVariants").isEmpty()) {
        documents.add(document(sku, item));
      }
    }
    return documents;
  }

  private Document document(String sku, JsonNode item) {
    String number = Json.text(item, "number", "");
    BigDecimal onHand = Json.number(item, "inventory");
    boolean countable = demand.inUnit(number, Json.text(item, "baseUnitOfMeasureCode", ""));
    BigDecimal open = countable ? demand.of(number) : null;
    String version = plain(onHand) + "/" + (open == null ? "?" : plain(open));
    Stock stock = Stock.sum(sku, onHand, open, began);
    return new Document(EntityType.STOCK, sku, sku, version, began, false, ModelJson.tree(stock));
  }

  private static String plain(BigDecimal pieces) {
    return pieces.stripTrailingZeros().toPlainString();
  }
}
