package dev.kontor.app.web;

import dev.kontor.app.observe.Telemetry;
import dev.kontor.engine.Hub;
import dev.kontor.engine.setup.SetupDesk;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets requests reach the hub only between its start and its stop. */
public final class HubGate {

  private final AtomicReference<@Nullable Hub> open = new AtomicReference<>();
  private final AtomicReference<@Nullable SetupDesk> setup = new AtomicReference<>();
  private volatile boolean changing;
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
    changing = false;
  }

  public void close() {
    changing = false;
    open.set(null);
  }

  /** Closed for a moment: another hub comes. */
  public void change() {
    changing = true;
    open.set(null);
  }

  /** Whether there is no hub just now, but soon will be. */
  boolean isChanging() {
    return changing;
  }

  /** Lets people set up the hub behind this gate. */
  public void offer(SetupDesk desk) {
    setup.set(desk);
  }

  /** Empty if the hub behind this gate is not set up here. */
  Optional<SetupDesk> setup() {
    return Optional.ofNullable(setup.get());
  }

  /** Empty while the hub is not ready. */
  public Optional<Hub> hub() {
    return Optional.ofNullable(open.get());
  }
}
