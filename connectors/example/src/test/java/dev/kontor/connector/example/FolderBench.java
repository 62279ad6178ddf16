package dev.kontor.connector.example;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The folder is its own twin. */
final class FolderBench implements TwinBench {

  private final Path folder;
  private final DirectToolbox toolbox;
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private int orders;

  FolderBench(Path folder) {
    this.folder = folder;
    this.toolbox = new DirectToolbox(() -> now, Duration.ofSeconds(5));
  }

  private static Settings settings(String folder) {
    return new Settings("folder", JsonNodeFactory.instance.objectNode().put("folder", folder));
  }

  @Override
  public Settings settings() {
    return settings(folder.toString());
  }

  /** A folder has no secret; a folder that may not be read is the nearest to it. */
  @Override
  public Settings wrongSecret() {
    return wrongAddress();
  }

  @Override
  public Settings wrongAddress() {
    return settings(folder.resolve("nowhere").toString());
  }

  @Override
  public List<String> secrets() {
    return List.of("password");
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Placed place(EntityType type) {
    now = now.plusMillis(1);
    return placed();
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int count) {
    now = now.plusMillis(1);
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      placed.add(placed());
    }
    return placed;
  }

  private Placed placed() {
    String id = "order-" + ++orders;
    write(id, "{\"number\": \"" + orders + "\"}");
    return new Placed(id, Integer.toString(orders));
  }

  private void write(String id, String json) {
    try {
      Path file = Files.writeString(folder.resolve(id + ".json"), json);
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    return Map.of(
        "content",
        () -> {
          now = now.plusMillis(1);
          write(placed.id(), "{\"number\": \"" + placed.number() + "\", \"comment\": \"x\"}");
        });
  }

  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    Placed placed = place(type);
    JsonNode order =
        JsonNodeFactory.instance
            .objectNode()
            .put("comment", text)
            .put("total", new BigDecimal("1234567890123456.78"));
    write(placed.id(), order.toString());
    return Optional.of(new Awkward(placed, List.of(new BigDecimal("1234567890123456.78"))));
  }

  @Override
  public void close() {
    toolbox.close();
  }
}
