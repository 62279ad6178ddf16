package dev.kontor.engine;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.observe.SightingStore;
import dev.kontor.engine.observe.Sightings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Tells the other processes what this one sees of the connected systems, now and then. */
final class Sighting {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final DataSource database;
  private final Sightings sightings;
  private final List<Link> links;
  private final NodeLease lease;
  private final LongSupplier nanoTime;
  private final boolean enabled;
  private long due;

  /**
   * @param enabled whether anybody looks at it
   */
  Sighting(
      DataSource database,
      Sightings sightings,
      Collection<Link> links,
      NodeLease lease,
      LongSupplier nanoTime,
      boolean enabled) {
    this.database = database;
    this.sightings = sightings;
    this.links = List.copyOf(links);
    this.lease = lease;
    this.nanoTime = nanoTime;
    this.enabled = enabled;
    this.due = nanoTime.getAsLong();
  }

  /** Tells, if it is time again. */
  synchronized void tell() {
    long now = nanoTime.getAsLong();
    if (!enabled || now - due < 0) {
      return;
    }
    due = now + EVERY.toNanos();
    String node = lease.current().node();
    List<SightingStore.State> states = links.stream().map(Sighting::state).toList();
    Transactions.execute(
        database,
        c -> {
          SightingStore.noted(c, sightings.takeHeard(), sightings.takeFound());
          SightingStore.states(c, node, states);
        });
  }

  private static SightingStore.State state(Link link) {
    return new SightingStore.State(
        link.name(), link.breaker().isOpen(), link.http().gate().load().requestsUsedPercent());
  }
}
