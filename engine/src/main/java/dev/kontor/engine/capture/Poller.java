package dev.kontor.engine.capture;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a flow's source where it may be read: not while it is paused, asks for rest or cannot be
 * reached. What goes wrong has the reaction that it has everywhere.
 */
public final class Poller {

  private final Logger log;
  private final SourceReading reading;
  private final Pauses pauses;
  private final Faults faults;
  private final Map<String, PollState> states = new ConcurrentHashMap<>();

  public Poller(SourceReading reading, Pauses pauses, Faults faults) {
    this(reading, pauses, faults, LoggerFactory.getLogger(Poller.class));
  }

  Poller(SourceReading reading, Pauses pauses, Faults faults, Logger log) {
    this.log = log;
    this.reading = reading;
    this.pauses = pauses;
    this.faults = faults;
  }

  /**
   * Reads what changed; whatever fails is tried again by a later poll.
   *
   * @return whether the source was read to its end
   */
  public boolean poll(FlowLine line) {
    Breaker breaker = line.from().breaker();
    try {
      return !isStopped(line, breaker) && read(line);
    } catch (FaultException e) {
      failed(line, e.fault());
      return false;
    } catch (RuntimeException e) {
      if (changed(line, PollState.FAILED)) {
        log.error("poll of flow {} failed inside the hub, tried again each time", line.name(), e);
      }
      return false;
    } finally {
      breaker.unused();
    }
  }

  private boolean isStopped(FlowLine line, Breaker breaker) {
    Optional<String> paused =
        pauses
            .reason(WakeKeys.flow(line.name()))
            .or(() -> pauses.reason(WakeKeys.connection(line.from().name())));
    if (paused.isPresent()) {
      say(line, PollState.PAUSED, paused.get());
      return true;
    }
    Duration rest = reading.deferral(line);
    if (!rest.isZero()) {
      say(line, PollState.THROTTLED, "asked for rest, " + rest + " left");
      return true;
    }
    // Asked last: whoever may pass has to make a call.
    if (!breaker.ask().isZero()) {
      say(line, PollState.UNREACHABLE, "cannot be reached; one call probes");
      return true;
    }
    return false;
  }

  private boolean read(FlowLine line) {
    boolean end = reading.toTheEnd(line);
    faults.reached(line.from());
    if (changed(line, PollState.GOING)) {
      log.info("polling {} for flow {}", line.from().name(), line.name());
    }
    return end;
  }

  private void failed(FlowLine line, Fault fault) {
    faults.noticed(line, line.from(), fault);
    if (fault instanceof Fault.Throttled throttled && throttled.retryAfter() != null) {
      reading.defer(line, throttled.retryAfter());
    }
    say(line, PollState.of(fault), fault.message());
  }

  private void say(FlowLine line, PollState state, String why) {
    if (changed(line, state)) {
      log.warn("polling {} for flow {}: {}: {}", line.from().name(), line.name(), state, why);
    }
  }

  private boolean changed(FlowLine line, PollState state) {
    return states.put(line.name(), state) != state;
  }
}
