package dev.kontor.twin.magento.stock;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import tools.jackson.databind.JsonNode;

/**
 * Under which SKU the goods of an order's row are kept: that of its product, where the row's own is
 * longer by the SKUs of options (Magento_InventorySales, Model/GetSkuFromOrderItem).
 */
public final class StockSku {
  private StockSku() {}

  /** The row's own once its product is gone. */
  public static String of(Tables tables, JsonNode item) {
    return tables
        .products()
        .find(Row.number(item, "product_id"))
        .map(p -> Row.text(p, "sku"))
        .orElseGet(() -> Row.text(item, "sku"));
  }
}
