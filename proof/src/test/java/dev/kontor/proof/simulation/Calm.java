package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The time after the disturbance, in which everything must settle by itself. */
final class Calm {

  /** Within it everything must be settled once nothing goes wrong any more. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final Duration LONGEST_STEP = Duration.ofSeconds(15);

  private final Laboratory laboratory;
  private final World world;
  private final Systems systems;
  private final Cluster cluster;
  private final Street street;
  private boolean polled;

  Calm(Laboratory laboratory, World world, Systems systems, Cluster cluster, Street street) {
    this.laboratory = laboratory;
    this.world = world;
    this.systems = systems;
    this.cluster = cluster;
    this.street = street;
  }

  void settle() {
    Instant end = world.now().plus(PATIENCE);
    cluster.rest();
    while (!(polled && isSettled())) {
      if (world.now().isAfter(end)) {
        world.violation("not settled within " + PATIENCE + ": " + left());
        return;
      }
      cluster.fill(1);
      cluster.running().ifPresent(this::everythingDue);
      cluster.running().ifPresent(this::byHand);
      skipAhead();
      cluster.rest();
    }
    seal();
  }

  private void seal() {
    boolean sealed = false;
    while (!sealed) {
      cluster.fill(1);
      cluster.rest();
      cluster.nodes().forEach(Node::sealNow);
      cluster.rest();
      sealed = cluster.running().isPresent();
    }
  }

  private void everythingDue(Node node) {
    while (street.hasDeliveries()) {
      street.deliver(node.hub());
    }
    node.accept();
    node.beatNow();
    if (!polled) {
      node.pollNow();
      polled = true;
    }
    node.timers();
    cluster.rest();
    polled = polled && node.isRunning() && hasRead(node);
    if (node.isRunning()) {
      cluster.work(node);
    }
  }

  /** A poll that was turned away has read nothing and is taken again. */
  private boolean hasRead(Node node) {
    return node.hub().links().all().values().stream().noneMatch(l -> l.breaker().isOpen())
        && !Transactions.run(
            laboratory.database().general(), c -> SimulationStore.hasRest(c, world.now()));
  }

  /** What the hub cannot do a person does in the ERP, and says so. */
  private void byHand(Node node) {
    List<Long> dead =
        Transactions.run(
            laboratory.database().general(), c -> SimulationStore.deadLetters(c, "Unsupported"));
    if (!dead.isEmpty()) {
      world.trace().add("a person settles " + dead.size() + " dead letters");
      systems.shop().orders().forEach(o -> systems.erp().byHand(o.reference(), o.wanted()));
      node.hub().desk().discard(dead, "a person", "done by hand");
      polled = false;
    }
  }

  private boolean isSettled() {
    return cluster.everybodyAwake()
        && world.nextByItself().equals(Instant.MAX)
        && !street.hasDeliveries()
        && !Transactions.run(laboratory.database().general(), SimulationStore::hasOpenMessages);
  }

  private void skipAhead() {
    Instant latest = world.now().plus(LONGEST_STEP);
    Instant next =
        Transactions.run(laboratory.database().general(), SimulationStore::nextDue)
            .filter(latest::isAfter)
            .orElse(latest);
    if (world.nextByItself().isBefore(next)) {
      next = world.nextByItself();
    }
    Instant soonest = world.now().plusMillis(5);
    world.advance(Duration.between(world.now(), next.isBefore(soonest) ? soonest : next));
  }

  private String left() {
    return Transactions.run(laboratory.database().general(), SimulationStore::left).toString();
  }
}
