package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.order.OrderFunctions;
import dev.kontor.connector.shopware.product.ArticleFunctions;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Shopware 6, from 6.5; stock of older shops is refused. */
public final class ShopwareProvider implements ConnectorProvider {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "shopware",
          "Shopware 6",
          ShopwareResource.json("settings.schema.json"),
          ShopwareAbilities.ALL,
          ShopwareLimits.ALL,
          Duration.ofSeconds(60),
          Duration.ofMinutes(1));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new ShopwareConnector(ShopwareSettings.of(settings), toolbox);
  }

  @Override
  public Map<String, MappingFunction> functions() {
    Map<String, MappingFunction> functions = new HashMap<>(OrderFunctions.all());
    functions.putAll(ArticleFunctions.all());
    return functions;
  }
}
