package dev.kontor.bench.shop;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The benchmark's shop. */
public final class BenchShopProvider implements ConnectorProvider {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "bench-shop",
          "The benchmark's shop",
          ModelJson.parse(
              """
              {
                "type": "object",
                "required": ["url"],
                "additionalProperties": false,
                "properties": {"url": {"type": "string", "description": "where orders are read"}}
              }
              """),
          Map.of(
              EntityType.ORDER, Set.of(Ability.READ_CHANGES, Ability.FIND_BY_ID, Ability.NOTICES)),
          List.of(),
          Duration.ofSeconds(10),
          Duration.ZERO);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new BenchShop(new ShopOrders(URI.create(settings.text("url")), toolbox.http()));
  }
}
