package dev.kontor.connector.magento;

import dev.kontor.connector.magento.companion.CompanionInbox;
import dev.kontor.connector.magento.customer.AccountFunctions;
import dev.kontor.connector.magento.order.OrderFunctions;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Magento 2 Open Source and Adobe Commerce, from 2.4.4. */
public final class MagentoProvider implements ConnectorProvider {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "magento",
          "Magento 2 / Adobe Commerce",
          MagentoResource.json("settings.schema.json"),
          MagentoAbilities.ALL,
          MagentoLimits.ALL,
          Duration.ofSeconds(60),
          Duration.ofMinutes(1));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    MagentoSettings shop = MagentoSettings.of(settings);
    return new MagentoConnector(
        shop, CompanionInbox.of(settings, shop.storeIds(), toolbox.clock()), toolbox);
  }

  @Override
  public Map<String, MappingFunction> functions() {
    Map<String, MappingFunction> functions = new HashMap<>(OrderFunctions.all());
    functions.putAll(AccountFunctions.all());
    return Map.copyOf(functions);
  }
}
