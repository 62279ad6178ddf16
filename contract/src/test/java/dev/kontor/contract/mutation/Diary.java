package dev.kontor.contract.mutation;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A system in this process that remembers its deletions, as none of the connected ones does. */
final class Diary {

  static final String SECRET = "the diary's key";

  private final Map<String, Document> entries = new LinkedHashMap<>();
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private int stamp;

  void tick() {
    now = now.plusSeconds(1);
  }

  /**
   * Puts an entry last, whatever it was before.
   *
   * @param json null to delete it
   */
  synchronized void put(String id, @Nullable String json) {
    entries.remove(id);
    entries.put(
        id,
        new Document(
            EntityType.PRODUCT,
            id,
            "N-" + id,
            String.valueOf(++stamp),
            now,
            json == null,
            json == null ? null : ModelJson.parse(json)));
  }

  /** Oldest change first. */
  synchronized List<Document> all() {
    return List.copyOf(entries.values());
  }
}
