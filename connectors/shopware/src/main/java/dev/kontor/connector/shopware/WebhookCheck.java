package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether the shop signs its webhooks and still sends them. */
final class WebhookCheck {

  private final ShopwareApi api;
  private final ShopwareSettings settings;

  WebhookCheck(ShopwareApi api, ShopwareSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  void check(List<Finding> findings) {
    if (!settings.signed()) {
      findings.add(
          Finding.warning(
              "webhooks",
              "webhooks without app are unsigned; the hub takes them as hints only",
              "install the app (path /app/manifest.xml of the door) and set appSecret"));
    }
    Set<String> off = new HashSet<>();
    for (JsonNode row : api.search("webhook", new Criteria(Criteria.MAX_LIMIT))) {
      String name = row.path("name").asString("");
      if (name.startsWith("kontor-" + settings.connection() + "-")
          && !row.path("active").asBoolean(false)) {
        off.add(row.path("eventName").asString(""));
      }
    }
    if (!off.isEmpty()) {
      findings.add(
          Finding.warning(
              "webhooks",
              "switched off by the shop after failures: " + String.join(", ", off),
              "a running hub with setting doorUrl switches them on again; polling covers the time"
                  + " between"));
    }
  }
}
