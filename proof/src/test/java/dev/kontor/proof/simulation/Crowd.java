package dev.kontor.proof.simulation;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Orders without end call the ERP, more than it takes; it is polled for stock, and a little of what
 * is less urgent calls it too. It must not be asked for more than it allows, and nobody may wait
 * for ever.
 */
final class Crowd {

  private static final Duration LASTS = Duration.ofMinutes(4);
  private static final Duration STEP = Duration.ofMillis(250);
  private static final Duration CALL = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** Of the least urgent, once the burst that a hub begins with is used up. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(75);

  private static final int ORDERS = 6;

  private final World world;
  private final Laboratory laboratory;
  private final Systems systems;
  private final Map<CallClass, Instant> waiting = new EnumMap<>(CallClass.class);
  private final Map<CallClass, Duration> longest = new EnumMap<>(CallClass.class);

  /**
   * @param concurrent most calls the ERP takes at a time
   * @param perFiveMinutes most calls it takes in five minutes, 0 for any number
   */
  Crowd(Laboratory laboratory, int concurrent, long perFiveMinutes) {
    Dice dice = new Dice(1);
    this.laboratory = laboratory;
    this.world = new World(dice, new Script(List.of()));
    this.systems =
        new Systems(
            new Shop(world),
            new Erp(world),
            Weather.fine(dice),
            new Traffic(world, "shop", 8, 0),
            new Traffic(world, "erp", concurrent, perFiveMinutes));
  }

  /** What goes wrong first; empty for nothing. */
  String press() {
    laboratory.empty();
    Cluster cluster = new Cluster(laboratory, world, systems);
    try {
      cluster.fill(1);
      cluster.rest();
      Node node = cluster.running().orElseThrow();
      node.beat();
      cluster.rest();
      begin(cluster, node);
      while (world.now().isBefore(World.BEGIN.plus(LASTS)) && world.violations().isEmpty()) {
        node.timers();
        cluster.rest();
        world.advance(STEP);
      }
      waiting.forEach(this::waited);
      longest.forEach(this::judge);
    } finally {
      cluster.killAll();
    }
    return world.violations().isEmpty() ? "" : world.violations().getFirst();
  }

  private void begin(Cluster cluster, Node node) {
    Http http = Objects.requireNonNull(node.hub().flows().get("orders")).to().http();
    for (int i = 0; i < ORDERS; i++) {
      cluster.begin(node, "order calls", () -> callForEver(node, http, CallClass.ORDER));
    }
    for (CallClass of : List.of(CallClass.PRICE, CallClass.CATALOGUE)) {
      cluster.begin(node, of + " calls", () -> callForEver(node, http, of));
    }
  }

  private void callForEver(Node node, Http http, CallClass of) {
    while (world.violations().isEmpty()) {
      waiting.put(of, world.now());
      while (!isMade(node, http, of)) {
        pause(AGAIN);
      }
    }
  }

  private boolean isMade(Node node, Http http, CallClass of) {
    try {
      ScopedValue.where(CallClass.CURRENT, of)
          .where(Network.EXCHANGE, request -> answer(node, of))
          .run(() -> http.read(HttpRequest.newBuilder(URI.create("http://simulated/")).build()));
      return true;
    } catch (FaultException told) {
      return false;
    }
  }

  private Answer answer(Node node, CallClass of) {
    waited(of, waiting.getOrDefault(of, world.now()));
    waiting.remove(of);
    Traffic.Call call = systems.toErp().begins("a call of " + of, node.hub().lease());
    pause(CALL);
    systems.toErp().ends(call);
    return Answer.OK;
  }

  private void pause(Duration time) {
    Instant until = world.now().plus(time);
    Tasks.pauseUntil(() -> !world.now().isBefore(until));
  }

  private void waited(CallClass of, Instant since) {
    longest.merge(of, Duration.between(since, world.now()), (a, b) -> a.compareTo(b) < 0 ? b : a);
  }

  private void judge(CallClass of, Duration wait) {
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      world.violation(of + " waited " + wait + " for a call");
    }
  }
}
