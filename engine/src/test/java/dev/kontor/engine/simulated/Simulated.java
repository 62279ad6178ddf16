package dev.kontor.engine.simulated;

import dev.kontor.contract.sample.AssembledConnector;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A connector whose system lives in this process. */
class Simulated extends AssembledConnector {

  Simulated(String id) {
    this(id, Map.of(EntityType.ORDER, Set.of(Ability.CREATE, Ability.FIND_BY_REFERENCE)));
  }

  Simulated(String id, Map<EntityType, Set<Ability>> abilities) {
    super(id, abilities, Duration.ofMillis(200), Duration.ofMinutes(20));
  }

  static Document document(
      EntityType type, String id, @Nullable String number, String version, JsonNode content) {
    return new Document(type, id, number, version, Instant.EPOCH, false, content);
  }

  /** Documents of one type, each change of which is read. */
  static final class Shelf implements Reader {
    private final EntityType type;
    private final List<Document> changes = new ArrayList<>();
    private final Map<String, Document> byId = new HashMap<>();

    Shelf(EntityType type) {
      this.type = type;
    }

    /** Adds a document, or changes the one with that id. */
    synchronized void put(String id, String number, JsonNode content) {
      Document document = document(type, id, number, "v" + changes.size(), content);
      byId.put(id, document);
      changes.add(document);
    }

    /** Takes a document away, which is read like a change. */
    synchronized void remove(String id) {
      changes.add(new Document(type, id, null, "v" + changes.size(), Instant.EPOCH, true, null));
      byId.remove(id);
    }

    @Override
    public synchronized Page changes(@Nullable Cursor from, int limit) {
      return page(changes, from, limit, 0);
    }

    @Override
    public synchronized List<Document> find(Identity identity) {
      return identity instanceof Identity.NativeId(var id) && byId.containsKey(id)
          ? List.of(byId.get(id))
          : List.of();
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      return changes(from, limit);
    }
  }
}
