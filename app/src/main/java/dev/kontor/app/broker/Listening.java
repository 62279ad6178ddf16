package dev.kontor.app.broker;

import dev.kontor.app.observe.Telemetry;
import dev.kontor.engine.Brokers;
import dev.kontor.engine.capture.Door;
import dev.kontor.engine.flow.Link;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Listener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Listens to one broker, over and over. It rests while the connection is paused, and longer each
 * time the broker cannot be reached or the hub cannot store.
 */
final class Listening implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  /** How soon it notices that it is to stop, to rest or to go on. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Link broker;
  private final Brokers brokers;
  private final Door door;
  private final Telemetry telemetry;
  private final Rests rests = new Rests();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private String said = "";

  Listening(Link broker, Brokers brokers, Door door, Telemetry telemetry) {
    this.broker = broker;
    this.brokers = brokers;
    this.door = door;
    this.telemetry = telemetry;
    this.thread =
        Thread.ofPlatform().name("listening to " + broker.name()).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      for (Duration rest = Duration.ZERO; !isStopped(rest); ) {
        rest = brokers.stopped(broker).map(this::rested).orElseGet(this::listened);
      }
    } catch (InterruptedException e) {
      LOG.debug("{} was left while it did not answer", broker.name());
    }
  }

  private boolean isStopped(Duration after) throws InterruptedException {
    return stopped.await(after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Duration rested(String why) {
    say(Level.WARN, "rests: " + why);
    return LOOK;
  }

  /** How long to rest after it. */
  private Duration listened() {
    try (Listener.Session session = brokers.open(broker)) {
      say(Level.INFO, "goes on");
      take(session);
    } catch (FaultException e) {
      say(Level.WARN, "broke off: " + e.fault().message());
    } catch (RuntimeException e) {
      LOG.error("listening to {} failed inside the hub, tried again", broker.name(), e);
    }
    return rests.next();
  }

  /** Until it is to stop or to rest, or the hub cannot store. */
  private void take(Listener.Session session) {
    Taking taking = new Taking(broker.name(), door, telemetry);
    try {
      while (stopped.getCount() > 0 && brokers.stopped(broker).isEmpty() && taking.isAble()) {
        Optional<Listener.Delivery> delivery = session.next(LOOK);
        if (delivery.isPresent()) {
          taking.take(delivery.get());
        } else {
          rests.over();
        }
      }
    } catch (FaultException e) {
      if (stopped.getCount() > 0) {
        brokers.failed(broker, e.fault());
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      taking.awaitAll();
    }
  }

  private void say(Level level, String what) {
    if (!what.equals(said)) {
      said = what;
      LOG.atLevel(level).log("listening to {} {}", broker.name(), what);
    }
  }

  /** Lets it stop; {@link #close} waits for it. */
  void stop() {
    stopped.countDown();
  }

  @Override
  public void close() {
    stop();
    try {
      if (!thread.join(FAREWELL)) {
        thread.interrupt();
        var _ = thread.join(FAREWELL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
