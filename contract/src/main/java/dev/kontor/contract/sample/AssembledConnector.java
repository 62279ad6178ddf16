package dev.kontor.contract.sample;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connector put together from readers and writers, to a system that lives in this process. */
public class AssembledConnector implements ConnectorProvider, Connector {

  private final Descriptor descriptor;
  private final Map<EntityType, Reader> readers = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Writer> writers = new EnumMap<>(EntityType.class);

  public AssembledConnector(
      String id, Map<EntityType, Set<Ability>> abilities, Duration longestCall, Duration settle) {
    descriptor =
        new Descriptor(
            id,
            id,
            ModelJson.parse("{\"type\": \"object\"}"),
            abilities,
            List.of(),
            longestCall,
            settle);
  }

  protected final void reads(EntityType type, Reader reader) {
    readers.put(type, reader);
  }

  protected final void writes(EntityType type, Writer writer) {
    writers.put(type, writer);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
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

  /**
   * The changes from a cursor that counts them.
   *
   * @param overlap documents of the page before that come again
   */
  public static Page page(List<Document> all, @Nullable Cursor from, int limit, int overlap) {
    int start = from == null ? 0 : Math.max(0, Integer.parseInt(from.value()) - overlap);
    int end = Math.min(all.size(), start + limit);
    return new Page(
        List.copyOf(all.subList(start, end)), new Cursor(String.valueOf(end)), end < all.size());
  }
}
