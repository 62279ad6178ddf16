package dev.kontor.app.web;

import dev.kontor.app.observe.Telemetry;
import dev.kontor.engine.Hub;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets requests reach the hub only between its start and its stop. */
public final class HubGate {

  private final AtomicReference<@Nullable Hub> open = new AtomicReference<>();
  private final Telemetry telemetry;

  /** With metrics, without traces. */
  public HubGate() {
    this(Telemetry.of(Map.of()));
  }

  public HubGate(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  /** What the hub behind this gate is watched with. */
  public Telemetry telemetry() {
    return telemetry;
  }

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
