package dev.kontor.engine;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.engine.capture.Hints;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Link;
import dev.kontor.model.EntityType;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Subscriptions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps the hub registered with the systems that announce changes. A subscription that was lost is
 * made anew, and the flows that rely on it are polled, as what changed meanwhile was told to
 * nobody. That it cannot be had stops nothing: polling goes on.
 */
final class Subscribing {

  private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 7;

  private final List<Link> links;
  private final Collection<FlowLine> lines;
  private final Pauses pauses;
  private final Hints hints;
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();

  Subscribing(Collection<Link> links, Collection<FlowLine> lines, Pauses pauses, Hints hints) {
    this.lines = List.copyOf(lines);
    this.links =
        links.stream()
            .filter(link -> link.connector().subscriptions().isPresent())
            .filter(link -> !flowsFrom(link).isEmpty())
            .toList();
    this.pauses = pauses;
    this.hints = hints;
  }

  /** Connections whose systems announce what an enabled flow asks for. */
  List<String> connections() {
    return links.stream().map(Link::name).toList();
  }

  /**
   * Looks after the subscriptions of one connection.
   *
   * @return when to look again
   */
  synchronized Duration ensure(String connection) {
    return links.stream()
        .filter(link -> link.name().equals(connection))
        .findFirst()
        .map(this::ensure)
        .orElse(EVERY);
  }

  private Duration ensure(Link link) {
    boolean stopped =
        pauses.reason(WakeKeys.connection(link.name())).isPresent()
            || pauses.reason(WakeKeys.EVERYTHING).isPresent();
    if (stopped || link.breaker().isOpen()) {
      return failed(link);
    }
    Set<EntityType> types =
        flowsFrom(link).stream().map(l -> l.config().from().entity()).collect(Collectors.toSet());
    try {
      Subscriptions role = link.connector().subscriptions().orElseThrow();
      Subscriptions.Ensured now =
          ScopedValue.where(CallClass.CURRENT, CallClass.CATALOGUE).call(() -> role.ensure(types));
      return stands(link, now);
    } catch (FaultException e) {
      say(Level.WARN, link, "could not be looked after: " + e.fault().message());
      return failed(link);
    }
  }

  /** What was made while others failed is fresh, too. */
  private Duration stands(Link link, Subscriptions.Ensured now) {
    boolean failedBefore = failures.remove(link.name()) != null;
    if (now.fresh() || failedBefore) {
      var _ = hints.poll(flowsFrom(link).stream().map(FlowLine::name).toList());
    }
    say(Level.INFO, link, now.subscriptions().size() + " stand");
    return EVERY;
  }

  private List<FlowLine> flowsFrom(Link link) {
    return lines.stream()
        .filter(line -> line.config().kind().isPolled())
        .filter(line -> line.from().name().equals(link.name()))
        .toList();
  }

  private Duration failed(Link link) {
    int before = failures.merge(link.name(), 1, Integer::sum) - 1;
    return AGAIN.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
  }

  private void say(Level level, Link link, String what) {
    if (!what.equals(said.put(link.name(), what))) {
      LOG.atLevel(level).log("subscriptions to {}: {}", link.name(), what);
    }
  }
}
