package dev.kontor.engine.capture;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.SimpleLine;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A shop that tells which orders changed and never what they are, and fails when told to. */
final class PolledShop implements Connector, Reader {

  private final List<Document> changes = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final FlowLine line =
      SimpleLine.of(EntityType.ORDER, SimpleLine.link("shop", this, nanos::get));
  private @Nullable RuntimeException failure;
  private int asked;

  FlowLine line() {
    return line;
  }

  void changed(String id, String version) {
    changes.add(new Document(EntityType.ORDER, id, id, version, Instant.EPOCH, false, null));
  }

  void fails(RuntimeException how) {
    failure = how;
  }

  void works() {
    failure = null;
  }

  /** Lets time pass for the connection's breaker. */
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  int asked() {
    return asked;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    asked++;
    if (failure != null) {
      throw failure;
    }
    int start = from == null ? 0 : Integer.parseInt(from.value());
    return new Page(
        changes.subList(start, changes.size()), new Cursor(String.valueOf(changes.size())), false);
  }

  @Override
  public List<Document> find(Identity identity) {
    throw new AssertionError("a poll reads no document");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw new AssertionError("a poll lists no keys");
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.of(this);
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.empty();
  }
}
