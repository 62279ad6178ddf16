package dev.kontor.connector.financeoperations;

import dev.kontor.connector.financeoperations.customer.CustomerFunctions;
import dev.kontor.connector.financeoperations.order.OrderFunctions;
import dev.kontor.kit.SoundPart;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Dynamics 365 Finance and Supply Chain Management by its OData service. */
public final class FinanceOperationsProvider implements ConnectorProvider {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "finance-operations",
          "Dynamics 365 Finance & Operations",
          FnoResource.json("settings.schema.json"),
          FnoAbilities.ALL,
          FnoLimits.ALL,
          Duration.ofSeconds(100),
          Duration.ofMinutes(20));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new FinanceOperationsConnector(FnoSettings.of(settings), toolbox);
  }

  @Override
  public Map<String, MappingFunction> functions() {
    Map<String, MappingFunction> functions = new TreeMap<>(OrderFunctions.all());
    functions.putAll(CustomerFunctions.all());
    functions.put("priceSheets", arguments -> SoundPart.of(arguments.getFirst(), "sheets"));
    functions.put("productVariants", arguments -> SoundPart.of(arguments.getFirst(), "variants"));
    return functions;
  }
}
