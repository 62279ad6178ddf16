package dev.kontor.engine.reconcile;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.state.SeenState;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article in its source, in the ledger and in a shop. */
final class StateSides {

  static final Standing OTHER =
      new Standing.Other(List.of(new Standing.Field("name", "Krug", "Becher")), Instant.EPOCH);

  private StateSides() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param hash what the target confirmed, null if nothing
   */
  static SeenState seen(@Nullable String hash, @Nullable Standing there) {
    Crossref confirmed =
        hash == null
            ? null
            : new Crossref(
                "erp", EntityType.PRODUCT, "id-1", "shop", "p-1", "K-1", bytes(hash), null);
    return new SeenState("id-1", "K-1", "v2", bytes("now"), confirmed, there, null);
  }
}
