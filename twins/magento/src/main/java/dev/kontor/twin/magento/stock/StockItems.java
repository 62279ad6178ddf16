package dev.kontor.twin.magento.stock;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.Resources;
import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The stock item every product still has from before there were sources. */
public final class StockItems {
  private static final Set<String> COMPOSITE = Set.of("configurable", "bundle");

  private static final ObjectNode DEFAULTS =
      (ObjectNode) Resources.json("shop.json").path("stock_item");

  private StockItems() {}

  /** As {@code extension_attributes.stock_item} of a product shows it. */
  public static ObjectNode of(Stock stock, ObjectNode product) {
    BigDecimal qty =
        stock
            .item(Row.text(product, "sku"), "default")
            .map(i -> Row.amount(i, "quantity"))
            .orElse(BigDecimal.ZERO);
    boolean composite = COMPOSITE.contains(Row.text(product, "type_id"));
    ObjectNode item =
        Json.object()
            .put("item_id", product.path("_stock_item").asLong(Row.number(product, "id")))
            .put("product_id", Row.number(product, "id"))
            .put("stock_id", 1);
    Row.put(item, "qty", qty);
    item.put("is_in_stock", composite || qty.signum() > 0);
    item.put("is_qty_decimal", product.path("_qty_decimal").asBoolean(false));
    item.setAll(DEFAULTS);
    item.put("low_stock_date", Row.textOrNull(product, "_low_stock_date"));
    return item;
  }
}
