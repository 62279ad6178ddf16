package dev.kontor.app.broker;

import dev.kontor.app.observe.Telemetry;
import dev.kontor.engine.Hub;
import java.util.List;

/**
 * Listens to every broker of a hub, as long as that works. Each process does; a broker shares its
 * messages out among them.
 */
public final class Listeners implements AutoCloseable {

  private final List<Listening> all;

  private Listeners(List<Listening> all) {
    this.all = all;
  }

  /**
   * Begins to listen; a broker that cannot be reached holds up nobody.
   *
   * @param hub started
   */
  public static Listeners start(Hub hub, Telemetry telemetry) {
    List<Listening> all =
        hub.brokers().all().stream()
            .map(broker -> new Listening(broker, hub.brokers(), hub.door(), telemetry))
            .toList();
    all.forEach(Listening::start);
    return new Listeners(all);
  }

  /** Takes nothing more, and says what became of what the hub has; before the hub is closed. */
  @Override
  public void close() {
    all.forEach(Listening::stop);
    all.forEach(Listening::close);
  }
}
