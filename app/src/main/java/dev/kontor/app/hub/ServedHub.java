package dev.kontor.app.hub;

import dev.kontor.app.broker.Listeners;
import dev.kontor.app.web.HubGate;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.config.ConfigFile;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.setup.KeptSetup;
import dev.kontor.engine.setup.SetupDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub of this process. When people change in the console how it is set up, in whatever process,
 * this one stops its hub and starts another behind the same ports.
 */
public final class ServedHub implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ServedHub.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** What a hub runs by. */
  private record Wanted(KeptSetup setup, HubConfig config) {}

  private final ConfigFile file;
  private final Connectors connectors;
  private final Records records;
  private final HubGate gate;
  private final SetupDesk desk;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("setup").daemon().factory());
  private Wanted running;
  private long seen;
  private @Nullable Hub hub;
  private @Nullable Listeners listeners;
  private boolean closed;

  private ServedHub(ConfigFile file, Connectors connectors, Records records, HubGate gate) {
    this.file = file;
    this.connectors = connectors;
    this.records = records;
    this.gate = gate;
    this.desk = new SetupDesk(file, connectors, records.database().hot(), records.vault());
    KeptSetup kept = desk.kept();
    this.running = new Wanted(kept, file.load(kept.settings()));
    this.seen = kept.version();
    this.hub = hub(running);
  }

  /**
   * Opens the installation; closing closes all of it. Nothing runs before {@link #start}.
   *
   * @throws dev.kontor.engine.config.ConfigException if the configuration is wrong
   * @throws NotOursException if the database is a copy or another installation's
   */
  public static ServedHub open(ConfigFile file, Connectors connectors, Path home, HubGate gate) {
    file.written(); // one that cannot be read needs no database to say so
    Records records = Records.open(home, file.environment());
    try {
      HubFactory.ours(records);
      return new ServedHub(file, connectors, records, gate);
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private Hub hub(Wanted wanted) {
    Database shared = Database.over(records.database().hot(), records.database().general());
    return HubFactory.over(
        records, shared, wanted.config(), connectors, file.environment(), gate.telemetry());
  }

  /** The configuration it runs by now. */
  public synchronized HubConfig config() {
    return running.config();
  }

  /** The hub that runs now. */
  public synchronized Hub hub() {
    return Objects.requireNonNull(hub, "no hub runs just now");
  }

  /** Starts the hub, opens the gate and goes with changes from now on. */
  public synchronized void start() {
    desk.applied(running.setup(), running.config());
    desk.onChange(this::lookSoon);
    gate.offer(desk);
    hub().start();
    gate.open(hub());
    listeners = Listeners.start(hub(), gate.telemetry());
    var _ =
        looking.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookSoon() {
    try {
      looking.execute(this::look);
    } catch (RejectedExecutionException stopped) {
      LOG.debug("the hub stops; the next one goes by the change");
    }
  }

  private synchronized void look() {
    if (closed) {
      return;
    }
    try {
      if (desk.version() != seen) {
        newest().ifPresent(this::change);
      } else if (hub == null) {
        change(running);
      }
    } catch (DatabaseException e) {
      LOG.debug("what is set up could not be read, tried again: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("what is set up could not be taken on, tried again", e);
    }
  }

  /** Empty if what is set up cannot be loaded here, which is said once. */
  private Optional<Wanted> newest() {
    KeptSetup kept = desk.kept();
    try {
      return Optional.of(new Wanted(kept, file.load(kept.settings())));
    } catch (RuntimeException e) {
      refuse(kept, e);
      return Optional.empty();
    }
  }

  private void refuse(KeptSetup kept, RuntimeException why) {
    if (why instanceof DatabaseException away) {
      throw away;
    }
    seen = kept.version();
    desk.refused(String.valueOf(why.getMessage()));
    LOG.warn("version {} of what is set up is not taken on: {}", seen, why.getMessage());
  }

  /** The other hub is put together before the one that runs is stopped, because that may fail. */
  private void change(Wanted wanted) {
    Hub next;
    try {
      next = hub(wanted);
    } catch (RuntimeException e) {
      refuse(wanted.setup(), e);
      return;
    }
    seen = wanted.setup().version();
    gate.change();
    stop();
    try {
      next.start();
    } catch (RuntimeException e) {
      running = wanted;
      next.close();
      throw e;
    }
    List<FlowConfig> before = running.config().flows();
    hub = next;
    running = wanted;
    gate.open(next);
    listeners = Listeners.start(next, gate.telemetry());
    desk.applied(wanted.setup(), wanted.config());
    LOG.info("runs by version {} of what is set up", wanted.setup().version());
    next.hasten(before);
  }

  private void stop() {
    Listeners ended = listeners;
    listeners = null;
    if (ended != null) {
      ended.close();
    }
    Hub old = hub;
    hub = null;
    if (old != null) {
      old.close();
    }
  }

  @Override
  public void close() {
    looking.shutdown();
    synchronized (this) {
      closed = true;
      gate.close();
      stop();
      records.close();
    }
  }
}
