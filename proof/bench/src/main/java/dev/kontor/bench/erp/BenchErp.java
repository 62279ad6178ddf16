package dev.kontor.bench.erp;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Optional;

/** A target that only takes orders. */
record BenchErp(Writer orders) implements Connector {

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.empty();
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return type == EntityType.ORDER ? Optional.of(orders) : Optional.empty();
  }
}
