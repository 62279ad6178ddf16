package dev.kontor.proof.simulation;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.flow.FlowLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One hub process of the installation. */
final class Node {

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final Duration AGREE = Duration.ofSeconds(2);

  private final World world;
  private final Tasks tasks;
  private final HubProcess process;
  private final Hub hub;
  private boolean open;
  private Instant beat = Instant.MIN;
  private Instant seal = Instant.MIN;
  private Instant agreement = Instant.MIN;
  private final List<String> polled;
  private final Instant[] poll;

  Node(String name, World world, Tasks tasks, Pair pair, Laboratory laboratory) {
    HubConfig configuration = pair.configuration();
    this.polled =
        configuration.flows().stream()
            .filter(flow -> flow.kind().isPolled())
            .map(FlowConfig::name)
            .toList();
    this.poll = new Instant[polled.size()];
    pollNow();
    this.world = world;
    this.tasks = tasks;
    this.process = new HubProcess(name, world);
    Wire toShop = new Wire(way(pair.weather(), pair.toShop()));
    Wire toErp = new Wire(way(pair.weather(), pair.toErp()));
    Random random = new Random(world.dice().seed());
    this.hub =
        new Hub(
            configuration,
            new Connectors(
                Map.of("simulated-shop", pair.shop(toShop), "simulated-erp", pair.erp(toErp))),
            Database.over(
                source(laboratory, laboratory.database().hot()),
                source(laboratory, laboratory.database().general())),
            laboratory.vault(),
            new HubSettings(
                laboratory.home(),
                World.LEASE,
                new Machinery(
                    world::now,
                    world::nanoTime,
                    random,
                    () -> new TaskThreads(tasks, process),
                    new TaskCalls(tasks, process, world),
                    Network::new,
                    this::park,
                    () -> new UUID(random.nextLong(), random.nextLong()))));
    tasks.begin(process, "start", () -> open = hub.open() instanceof InstallationCheck.Ok);
  }

  private DataSource source(Laboratory laboratory, DataSource sessions) {
    return new ProcessSource(
        sessions,
        process,
        () -> {
          world.tally().count(Happening.TRANSACTION);
          laboratory.clock().set(world.tick());
        });
  }

  private Way way(Weather weather, Traffic traffic) {
    return new Way(world, process, weather, traffic, () -> hub().lease());
  }

  private void park(CompletableFuture<?> turn, Duration atMost) {
    Instant until = world.now().plus(atMost);
    Tasks.pauseUntil(() -> turn.isDone() || !world.now().isBefore(until));
  }

  HubProcess process() {
    return process;
  }

  Hub hub() {
    return hub;
  }

  boolean isRunning() {
    return open && process.isAlive() && !process.isStopped();
  }

  /** Begins whatever a timer of a real process would begin by now. */
  void timers() {
    if (!isRunning()) {
      return;
    }
    if (!world.now().isBefore(beat) && begin("beat", () -> hub.steps().beat())) {
      beat = world.now().plus(World.LEASE.dividedBy(4));
    }
    for (int i = 0; i < poll.length; i++) {
      FlowLine line = hub.flows().get(polled.get(i));
      if (line != null
          && !world.now().isBefore(poll[i])
          && begin("poll " + line.name(), () -> hub.steps().poll(line))) {
        poll[i] = world.now().plus(Flows.POLL);
      }
    }
    if (!world.now().isBefore(agreement) && begin("agree", () -> hub.steps().agree())) {
      agreement = world.now().plus(AGREE);
    }
    if (!world.now().isBefore(seal) && begin("seal", () -> hub.steps().seal())) {
      seal = world.now().plus(Duration.ofSeconds(20));
    }
  }

  void beat() {
    begin("beat", () -> hub.steps().beat());
  }

  void beatNow() {
    beat = Instant.MIN;
  }

  void pollNow() {
    Arrays.fill(poll, Instant.MIN);
  }

  void sealNow() {
    begin("seal", () -> hub.steps().seal());
  }

  void work(Counter claimed) {
    begin("work", () -> claimed.add(hub.steps().work()));
  }

  void accept() {
    begin("accept", () -> hub.steps().accept());
  }

  /** As in a real process, a step that fails is logged and taken again next time. */
  private boolean begin(String name, Step step) {
    if (tasks.busy(process, name)) {
      return false;
    }
    tasks.begin(process, name, () -> attempt(name, step));
    return true;
  }

  private void attempt(String name, Step step) {
    try {
      step.take();
    } catch (RuntimeException e) {
      world.trace().add(process.name() + " " + name + " failed: " + e);
      LOG.info("{} {} failed", process.name(), name, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Step {
    void take() throws InterruptedException;
  }

  /** Lanes claimed by a step that may end much later. */
  static final class Counter {
    private int lanes;

    void add(int more) {
      lanes += more;
    }

    int lanes() {
      return lanes;
    }
  }

  /** Kills it without ceremony, and frees what this simulation holds for it. */
  void kill(Dice dice) {
    process.die();
    tasks.bury(process, dice);
    hub.links().close();
  }
}
