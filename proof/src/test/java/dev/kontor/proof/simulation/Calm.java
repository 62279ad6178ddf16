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

  /** While a call waits for its turn. */
  private static final Duration SHORT_STEP = Duration.ofSeconds(1);

  private final Laboratory laboratory;
  private final World world;
  private final Cluster cluster;
  private final People people;
  private final Duration longestStep;

  Calm(Laboratory laboratory, World world, Cluster cluster, People people) {
    this(laboratory, world, cluster, people, LONGEST_STEP);
  }

  /**
   * @param longestStep of time that passes at once
   */
  Calm(Laboratory laboratory, World world, Cluster cluster, People people, Duration longestStep) {
    this.longestStep = longestStep;
    this.laboratory = laboratory;
    this.world = world;
    this.cluster = cluster;
    this.people = people;
  }

  void settle() {
    Instant end = world.now().plus(PATIENCE);
    cluster.rest();
    while (!isSettled()) {
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
    if (people.hasDeliveries()) {
      takeIn(node);
    }
    node.accept();
    node.beatNow();
    if (!isRead()) {
      node.pollNow();
    }
    node.timers();
    cluster.rest();
    if (node.isRunning()) {
      cluster.work(node);
    }
  }

  /** By a process that has its lease, so that it may go on at once with what it takes in. */
  private void takeIn(Node node) {
    node.beat();
    cluster.rest();
    while (people.hasDeliveries()) {
      people.deliver(node.hub());
    }
    node.accept();
    cluster.rest();
  }

  /** What the hub cannot do a person does in the ERP, and says so. */
  private void byHand(Node node) {
    List<Long> dead =
        Transactions.run(
            laboratory.database().general(), c -> SimulationStore.deadLetters(c, "Unsupported"));
    if (!dead.isEmpty()) {
      world.trace().add("a person settles " + dead.size() + " dead letters");
      people.settle(node.hub().problems().deciding(), dead);
    }
  }

  private boolean isSettled() {
    return cluster.everybodyAwake()
        && world.nextByItself().equals(Instant.MAX)
        && !people.hasDeliveries()
        && isRead()
        && !Transactions.run(laboratory.database().general(), SimulationStore::hasOpenMessages);
  }

  /** A poll that was begun may have been put off, as when the source had asked for rest. */
  private boolean isRead() {
    return Transactions.run(laboratory.database().general(), SimulationStore::cursors)
        .equals(people.ends());
  }

  private void skipAhead() {
    Instant latest = world.now().plus(cluster.anybodyWaits() ? SHORT_STEP : longestStep);
    // While all processes are stopped nothing is done, however much is due.
    Instant next =
        cluster
            .running()
            .flatMap(
                any -> Transactions.run(laboratory.database().general(), SimulationStore::nextDue))
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
