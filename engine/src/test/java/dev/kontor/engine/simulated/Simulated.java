package dev.kontor.engine.simulated;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A connector whose system lives in this process. */
class Simulated implements ConnectorProvider, Connector {

  private final String id;
  final Map<EntityType, Reader> readers = new EnumMap<>(EntityType.class);
  final Map<EntityType, Writer> writers = new EnumMap<>(EntityType.class);

  Simulated(String id) {
    this.id = id;
  }

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        id,
        id,
        ModelJson.parse("{\"type\": \"object\"}"),
        Map.of(EntityType.ORDER, Set.of(Ability.CREATE, Ability.FIND_BY_REFERENCE)),
        List.of(),
        Duration.ofMillis(200),
        Duration.ofMinutes(20));
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
    return Optional.ofNullable(readers.get(type));
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.ofNullable(writers.get(type));
  }

  @Override
  public Optional<Inbox> inbox() {
    return Optional.empty();
  }

  @Override
  public void close() {}

  static Document document(
      EntityType type, String id, @Nullable String number, String version, JsonNode content) {
    return new Document(type, id, number, version, Instant.EPOCH, false, content);
  }

  /** The changes from a cursor that counts them. */
  static Page page(List<Document> all, @Nullable Cursor from, int limit) {
    int start = from == null ? 0 : Integer.parseInt(from.value());
    int end = Math.min(all.size(), start + limit);
    return new Page(
        List.copyOf(all.subList(start, end)), new Cursor(String.valueOf(end)), end < all.size());
  }
}
