package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A system as one process reaches it. */
class SimulatedConnector implements ConnectorProvider, Connector {

  private final String id;
  private final Map<EntityType, Reader> readers = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Writer> writers = new EnumMap<>(EntityType.class);

  SimulatedConnector(String id) {
    this.id = id;
  }

  void reads(EntityType type, Reader reader) {
    readers.put(type, reader);
  }

  void writes(EntityType type, Writer writer) {
    writers.put(type, writer);
  }

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        id,
        id,
        ModelJson.parse("{\"type\": \"object\"}"),
        Map.of(),
        List.of(),
        World.LONGEST_CALL,
        World.SETTLE);
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

  /** The changes from a cursor that counts them, one of the last page again. */
  static Page page(List<Document> all, @Nullable Cursor from, int limit) {
    int start = from == null ? 0 : Math.max(0, Integer.parseInt(from.value()) - 1);
    int end = Math.min(all.size(), start + limit);
    return new Page(
        List.copyOf(all.subList(start, end)), new Cursor(String.valueOf(end)), end < all.size());
  }

  /** The cursor of whoever has read all of them. */
  static String end(List<Document> all) {
    return String.valueOf(all.size());
  }

  /** A reader over a way that may fail. */
  abstract static class WiredReader implements Reader {
    @Override
    public List<Document> find(Identity identity) {
      throw new UnsupportedOperationException("nobody searches here");
    }

    @Override
    public Page changes(@Nullable Cursor from, int limit) {
      throw new UnsupportedOperationException("nobody reads changes here");
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      throw new UnsupportedOperationException("nobody lists keys here");
    }
  }
}
