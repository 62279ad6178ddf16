package dev.kontor.connector.example;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One folder. */
final class ExampleConnector implements Connector {

  private final Path folder;

  ExampleConnector(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Finding> check() {
    return Files.isReadable(folder)
        ? List.of(Finding.ok("setting folder", "the folder can be read"))
        : List.of(
            Finding.error(
                "setting folder",
                "the folder cannot be read",
                "create it, or correct the setting; the hub's user needs the right to read it"));
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return type == EntityType.ORDER ? Optional.of(new OrderFiles(folder)) : Optional.empty();
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Example";
  }
}
