package dev.kontor.engine;

import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.flow.ListenerCheck;
import dev.kontor.engine.observe.CallResult;
import dev.kontor.engine.observe.Watch;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Listener;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connections whose messages somebody has to take. To listen counts as a call to them, and what
 * goes wrong has the reaction that it has everywhere.
 */
public final class Brokers {

  private final Map<String, Link> links;
  private final Pauses pauses;
  private final Watch watch;

  Brokers(Map<String, Link> links, Pauses pauses, Watch watch) {
    this.links = Map.copyOf(links);
    this.pauses = pauses;
    this.watch = watch;
  }

  /** Those that messages can be taken from, by name. */
  public List<Link> all() {
    return links.values().stream()
        .filter(link -> link.connector().listener().isPresent())
        .sorted(Comparator.comparing(Link::name))
        .toList();
  }

  /** Why a fault or a person has stopped it, empty if it is to be listened to. */
  public Optional<String> stopped(Link broker) {
    return pauses.reason(WakeKeys.connection(broker.name()));
  }

  /**
   * Begins to listen.
   *
   * @throws FaultException after which it is stopped, or known as out of reach
   */
  public Listener.Session open(Link broker) {
    Listener listener = broker.connector().listener().orElseThrow();
    try (Watch.Call call = watch.call(broker.name(), false)) {
      for (Finding wrong : ListenerCheck.of(broker, links.keySet())) {
        throw new FaultException(new Fault.Misconfigured(wrong.subject(), wrong.problem()));
      }
      Listener.Session session = listener.open();
      call.ended(CallResult.OK);
      broker.breaker().succeeded();
      return session;
    } catch (FaultException e) {
      failed(broker, e.fault());
      throw e;
    }
  }

  /** Listening ended, or could not begin. */
  public void failed(Link broker, Fault fault) {
    switch (fault) {
      case Fault.Misconfigured _, Fault.SignInRefused _, Fault.Forbidden _ ->
          pauses.pause(WakeKeys.connection(broker.name()), fault.message());
      case Fault.Unavailable _,
          Fault.OutcomeUnknown _,
          Fault.Throttled _,
          Fault.Invalid _,
          Fault.Unsupported _,
          Fault.Ambiguous _,
          Fault.Missing _,
          Fault.Conflict _ ->
          broker.breaker().failed();
    }
  }
}
