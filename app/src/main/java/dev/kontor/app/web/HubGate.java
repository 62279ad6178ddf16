package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets requests reach the hub only between its start and its stop. */
public final class HubGate {

  private final AtomicReference<@Nullable Hub> open = new AtomicReference<>();

  public void open(Hub hub) {
    open.set(hub);
  }

  public void close() {
    open.set(null);
  }

  /** Empty while the hub is not ready. */
  public Optional<Hub> hub() {
    return Optional.ofNullable(open.get());
  }
}
