package dev.kontor.connector.shopware;

import dev.kontor.spi.Settings;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings of a shop that needs no network. */
public final class TestShop {

  private TestShop() {}

  public static ShopwareSettings settings(Map<String, String> more) {
    ObjectNode values =
        JsonNodeFactory.instance
            .objectNode()
            .put("url", "https://shop.example")
            .put("clientId", "SWIA")
            .put("clientSecret", "s");
    more.forEach(values::put);
    return ShopwareSettings.of(new Settings("shop", values));
  }
}
