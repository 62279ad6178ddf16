package dev.kontor.twin.magento.stock;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of inventory (magento/contract.md §7). */
public final class StockRoutes {
  private static final Set<String> COMPOSITE = Set.of("configurable", "bundle");
  private static final String PREFIX = "inventory-api-data-";

  private final Tables tables;
  private final Stock stock;
  private final Types types;
  private final SourceItems items;

  public StockRoutes(Tables tables, Stock stock, Types types) {
    this.tables = tables;
    this.stock = stock;
    this.types = types;
    this.items = new SourceItems(tables, stock);
  }

  public void into(Routes routes) {
    Param list = Param.required("sourceItems", PREFIX + "source-item-interface[]");
    routes
        .on("GET /V1/inventory/source-items", this::sourceItems, Param.criteria())
        .on("POST /V1/inventory/source-items", r -> items.save(r.param("sourceItems")), list)
        .on(
            "POST /V1/inventory/source-items-delete",
            r -> items.delete(r.param("sourceItems")),
            list)
        .on("GET /V1/inventory/sources", r -> page(r, "source", stock.sources()), Param.criteria())
        .on(
            "GET /V1/inventory/sources/:sourceCode",
            r -> one(stock.sources(), "source_code", r.path("sourceCode")))
        .on("GET /V1/inventory/stocks", r -> page(r, "stock", stock.stocks()), Param.criteria())
        .on(
            "GET /V1/inventory/stocks/:stockId",
            r -> one(stock.stocks(), "stock_id", r.path("stockId")))
        .on(
            "GET /V1/inventory/stock-source-links",
            r -> page(r, "stock-source-link", stock.links()),
            Param.criteria())
        .on(
            "GET /V1/inventory/get-sources-assigned-to-stock-ordered-by-priority/:stockId",
            this::ordered)
        .on("GET /V1/inventory/stock-resolver/:type/:code", this::resolved)
        .on("GET /V1/inventory/get-product-salable-quantity/:sku/:stockId", this::salable)
        .on("GET /V1/inventory/is-product-salable/:sku/:stockId", this::isSalable)
        .on("GET /V1/stockItems/:productSku", this::legacy);
  }

  private JsonNode page(Request request, String kind, List<ObjectNode> rows) {
    Columns columns = Columns.ofTable(types.of(PREFIX + kind + "-interface"));
    return Search.page(request.criteria(), columns, rows, ObjectNode::deepCopy);
  }

  private JsonNode sourceItems(Request request) {
    Columns columns = Columns.ofTable(types.of(PREFIX + "source-item-interface"));
    Collection<ObjectNode> rows =
        tables.sourceItems().all().stream()
            .sorted(
                Comparator.comparing((ObjectNode i) -> Row.text(i, "sku"))
                    .thenComparing(i -> Row.text(i, "source_code")))
            .toList();
    return Search.page(request.criteria(), columns, rows, Row::shown);
  }

  private static JsonNode one(List<ObjectNode> rows, String key, String value) {
    return rows.stream()
        .filter(r -> r.path(key).asString("").equals(value))
        .findFirst()
        .orElseThrow(ApiError::notFound);
  }

  private JsonNode ordered(Request request) {
    ArrayNode sources = Json.array();
    stock
        .sourcesOf(request.id("stockId"))
        .forEach(code -> sources.add(one(stock.sources(), "source_code", code)));
    return sources;
  }

  private JsonNode resolved(Request request) {
    String type = request.path("type");
    String code = request.path("code");
    return stock.stocks().stream()
        .filter(
            s ->
                s.path("extension_attributes")
                    .path("sales_channels")
                    .valueStream()
                    .anyMatch(
                        c -> Row.text(c, "type").equals(type) && Row.text(c, "code").equals(code)))
        .findFirst()
        .orElseThrow(() -> ApiError.of(404, "No linked stock found"));
  }

  private JsonNode salable(Request request) {
    String sku = request.path("sku");
    ObjectNode product = tables.products().named("sku", sku).orElseThrow(ApiError::internal);
    if (COMPOSITE.contains(Row.text(product, "type_id"))) {
      throw ApiError.of(
          400, "Can't check requested quantity for products without Source Items support.");
    }
    return Row.json(stock.salable(sku, request.id("stockId")));
  }

  private JsonNode isSalable(Request request) {
    BigDecimal qty = stock.salable(request.path("sku"), request.id("stockId"));
    return BooleanNode.valueOf(qty.signum() > 0);
  }

  /** The item of the old single stock, which is the default source. */
  private JsonNode legacy(Request request) {
    String sku = request.path("productSku");
    ObjectNode product =
        tables
            .products()
            .named("sku", sku)
            .orElseThrow(
                () -> ApiError.listed(404, "The Product with the \"%1\" SKU doesn't exist.", sku));
    return StockItems.of(stock, product);
  }
}
