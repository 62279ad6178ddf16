package dev.kontor.bench.catalog;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The connector of the benchmark's catalogue. */
record CatalogSource(Items items) implements ConnectorProvider, Connector {

  static final String ID = "bench-catalog";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        ID,
        "The benchmark's catalogue",
        ModelJson.parse("{\"type\": \"object\"}"),
        Map.of(EntityType.STOCK, Set.of(Ability.READ_CHANGES)),
        List.of(),
        Duration.ofSeconds(10),
        Duration.ZERO);
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return this;
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.of(items);
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.empty();
  }
}
