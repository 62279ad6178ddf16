package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.option.ChosenOptions;
import dev.kontor.connector.magento.order.ChosenRow;
import dev.kontor.connector.magento.order.OrderIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads orders with what their progress touches; two calls for a batch, one more if options were
 * chosen.
 */
final class ShopOrders {

  private static final String ORDER =
      "entity_id,state,grand_total,base_grand_total,order_currency_code,status_histories[comment],"
          + "items[item_id,parent_item_id,product_type,sku,price,is_virtual,qty_ordered,"
          + ChosenRow.FIELDS
          + ",qty_canceled,qty_shipped,qty_invoiced,qty_refunded]";

  private static final String SHIPMENT =
      "entity_id,increment_id,order_id,items[order_item_id,sku,qty],tracks[track_number],"
          + "comments[comment]";

  private final MagentoApi api;
  private final ChosenOptions chosen;

  ShopOrders(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.chosen = new ChosenOptions(api, settings.dropOptionNumbers());
  }

  /** By id; unknown ids are left out. */
  Map<String, ShopOrder> of(Collection<String> ids) {
    List<String> known = ids.stream().filter(OrderIds::isId).distinct().toList();
    Map<String, ShopOrder> orders = new HashMap<>();
    if (known.isEmpty()) {
      return orders;
    }
    Map<String, List<JsonNode>> shipments = new HashMap<>();
    for (JsonNode row : api.all("shipments", "order_id", known, SHIPMENT)) {
      shipments
          .computeIfAbsent(row.path("order_id").asString(""), id -> new ArrayList<>())
          .add(row);
    }
    List<JsonNode> rows = api.all("orders", "entity_id", known, ORDER);
    chosen.number(rows);
    for (JsonNode row : rows) {
      String id = row.path("entity_id").asString("");
      orders.put(id, new ShopOrder(row, shipments.getOrDefault(id, List.of())));
    }
    return orders;
  }
}
