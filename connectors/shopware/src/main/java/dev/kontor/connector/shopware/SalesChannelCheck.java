package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether the sales channels of the settings exist and sell. */
final class SalesChannelCheck {

  private final ShopwareApi api;
  private final ShopwareSettings settings;

  SalesChannelCheck(ShopwareApi api, ShopwareSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  void check(List<Finding> findings) {
    JsonNode rows =
        api.search(
            "sales-channel",
            new Criteria(Criteria.MAX_LIMIT)
                .include("sales_channel", List.of("id", "name", "active")));
    Map<String, JsonNode> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.path("id").asString(""), row));
    for (String id : settings.salesChannels()) {
      JsonNode channel = byId.get(id);
      if (channel == null || !channel.path("active").asBoolean(false)) {
        findings.add(
            Finding.error(
                "setting salesChannels",
                "sales channel " + id + (channel == null ? " does not exist" : " is inactive"),
                "correct the setting; orders of it would never be read"));
      }
    }
    findings.add(Finding.ok("sales channels", byId.size() + " in the shop"));
  }
}
