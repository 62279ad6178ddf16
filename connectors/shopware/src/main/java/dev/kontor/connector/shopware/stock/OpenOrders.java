package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a shop before 6.6 shows: physical stock, and what its open orders leave of it. */
final class OpenOrders {

  /**
   * @param stock as written, counted down when an order is completed
   * @param available what may be sold
   */
  record Shown(int stock, int available) {

    static final Shown NOTHING = new Shown(0, 0);

    /** Pieces the shop itself subtracts, because its orders took them. */
    int taken() {
      return stock - available;
    }
  }

  private final ShopwareApi api;

  OpenOrders(ShopwareApi api) {
    this.api = api;
  }

  /** By product id, as of now; one call for 500. */
  Map<String, Shown> of(List<String> ids) {
    Map<String, Shown> shown = new HashMap<>();
    for (List<String> some : Criteria.pages(ids)) {
      Criteria criteria =
          new Criteria(Criteria.MAX_LIMIT)
              .ids(some)
              .include("product", List.of("id", "stock", "availableStock"));
      for (JsonNode row : api.search("product", criteria)) {
        int stock = row.path("stock").asInt(0);
        shown.put(ShopRow.id(row), new Shown(stock, row.path("availableStock").asInt(stock)));
      }
    }
    return shown;
  }
}
