package dev.kontor.bench.erp;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The benchmark's target, which takes orders one by one or in batches. */
public final class BenchErpProvider implements ConnectorProvider {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "bench-erp",
          "The benchmark's target",
          ModelJson.parse(
              """
              {
                "type": "object",
                "required": ["url"],
                "additionalProperties": false,
                "properties": {
                  "url": {"type": "string", "description": "where orders are posted"},
                  "batch": {"type": "integer", "minimum": 1, "description": "orders in one call"}
                }
              }
              """),
          Map.of(EntityType.ORDER, Set.of(Ability.CREATE)),
          List.of(
              new Limit(
                  Limit.CONCURRENT_REQUESTS,
                  32,
                  "as many as Camel's consumers",
                  LocalDate.of(2026, 11, 21))),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new BenchErp(
        new SalesOrders(
            URI.create(settings.text("url")),
            Integer.parseInt(settings.optional("batch").orElse("1")),
            toolbox.http()));
  }
}
