package dev.kontor.proof.simulation;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Documents that are read by their changes. */
class Feed extends SimulatedConnector.WiredReader {

  private final Wire wire;
  private final String what;
  private final Supplier<List<Document>> changes;
  private final Function<List<String>, List<Document>> documents;

  Feed(
      Wire wire,
      String what,
      Supplier<List<Document>> changes,
      Function<List<String>, List<Document>> documents) {
    this.wire = wire;
    this.what = what;
    this.changes = changes;
    this.documents = documents;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return wire.read(what + " changes", () -> SimulatedConnector.page(changes.get(), from, 3));
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return wire.read(what + " of " + ids, () -> documents.apply(ids));
  }
}
