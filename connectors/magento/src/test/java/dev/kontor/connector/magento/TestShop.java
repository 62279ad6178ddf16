package dev.kontor.connector.magento;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Settings of a shop that are right but for what a test says. */
public final class TestShop {

  private TestShop() {}

  public static MagentoSettings settings(Map<String, Object> changes) {
    ObjectNode values = ModelJson.mapper().createObjectNode();
    values
        .put("url", "https://shop.example")
        .put("consumerKey", "key")
        .put("consumerSecret", "s1")
        .put("token", "t1")
        .put("tokenSecret", "s2");
    changes.forEach((name, value) -> values.set(name, ModelJson.tree(value)));
    return MagentoSettings.of(new Settings("shop", values));
  }
}
