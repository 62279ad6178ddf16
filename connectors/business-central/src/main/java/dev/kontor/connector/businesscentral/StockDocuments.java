package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Builds stock documents from items and open demand. */
final class StockDocuments {

  private static final List<String> FIELDS =
      List.of("id", "number", "gtin", "type", "inventory", "baseUnitOfMeasureCode");
  private static final String VARIANTS = "itemVariants($select=id)";

  private final Company company;
  private final SkuScheme skus;

  StockDocuments(Company company, SkuScheme skus) {
    this.company = company;
    this.skus = skus;
  }

  ODataQuery query() {
    ODataQuery items = ODataQuery.of("items").select(FIELDS);
    return skus.kind() == SkuScheme.Kind.ITEM_VARIANT ? items.expand(VARIANTS) : items;
  }

  /** By article number; only items themselves have a known stock. */
  List<Document> ofSkus(List<String> wanted, OpenDemand demand, Instant began) {
    return read(skus.field(), wanted, demand, began);
  }

  List<Document> ofItems(Collection<String> numbers, OpenDemand demand, Instant began) {
    return read("number", numbers, demand, began);
  }

  private List<Document> read(
      String field, Collection<String> keys, OpenDemand demand, Instant began) {
    List<JsonNode> items = new ArrayList<>();
    Wanted.read(company, Wanted.byTexts(query(), field, keys, items::addAll));
    return of(items, demand, began);
  }

  /** Services, items without article number and items kept by variant have no stock to tell. */
  List<Document> of(List<JsonNode> items, OpenDemand demand, Instant began) {
    List<Document> documents = new ArrayList<>();
    for (JsonNode item : items) {
      String sku = skus.write(Json.text(item, "number", ""), Json.text(item, "gtin"), null);
      if (sku != null && Json.option(item, "type").equals("Inventory") && !byVariant(item)) {
        documents.add(document(sku, item, demand, began));
      }
    }
    return documents;
  }

  private static boolean byVariant(JsonNode item) {
    return !item.path("itemVariants").isEmpty();
  }

  private static Document document(String sku, JsonNode item, OpenDemand demand, Instant began) {
    String number = Json.text(item, "number", "");
    BigDecimal onHand = Json.number(item, "inventory");
    boolean countable = demand.inUnit(number, Json.text(item, "baseUnitOfMeasureCode", ""));
    BigDecimal open = countable ? demand.of(number) : null;
    Stock stock = new Stock(sku, onHand, open, BigDecimal.ZERO, List.of(), began);
    String version = plain(onHand) + "/" + (open == null ? "?" : plain(open));
    return new Document(EntityType.STOCK, sku, sku, version, began, false, ModelJson.tree(stock));
  }

  private static String plain(BigDecimal pieces) {
    return pieces.stripTrailingZeros().toPlainString();
  }
}
