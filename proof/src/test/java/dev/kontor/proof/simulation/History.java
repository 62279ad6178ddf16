package dev.kontor.proof.simulation;

import java.time.Duration;
import java.util.List;

/** One seed's history: a disturbed time, a calm one in which everything must settle, the truth. */
final class History {

  private final Laboratory laboratory;
  private final World world;
  private final Dice dice;
  private final Systems systems;
  private final Street street;
  private final Cluster cluster;

  History(Laboratory laboratory, long seed) {
    this.laboratory = laboratory;
    this.dice = new Dice(seed);
    this.world = new World(dice, new RandomFate(dice));
    this.systems =
        new Systems(
            new Shop(world),
            new Erp(world),
            Weather.random(dice),
            Traffic.random(world, "shop"),
            Traffic.random(world, "erp"));
    this.street = Street.random(world, systems);
    this.cluster = new Cluster(laboratory, world, systems);
  }

  /** What became of it. */
  record Result(List<String> violations, String hash, String trace) {}

  Tally tally() {
    return world.tally();
  }

  Result run() {
    laboratory.empty();
    try {
      disturbed();
      world.trace().add("calm");
      world.fate().calm();
      systems.weather().calm();
      while (street.hasPlans()) {
        street.next();
      }
      new Calm(laboratory, world, systems, cluster, street).settle();
      if (world.violations().isEmpty()) {
        new Truth(laboratory, world, systems).check();
      }
    } catch (RuntimeException e) {
      world.violation("the simulation failed: " + e + " caused by " + e.getCause());
    } finally {
      cluster.killAll();
    }
    return new Result(world.violations(), world.trace().hash(), world.trace().text());
  }

  private void disturbed() {
    int most = 1 + dice.below(3);
    cluster.fill(most);
    int steps = 100 + dice.below(200);
    for (int i = 0; i < steps; i++) {
      step(most);
    }
  }

  private void step(int most) {
    int thrown = dice.below(100);
    if (thrown < 50) {
      turns();
    } else if (thrown < 68) {
      cluster.onAny(node -> node.work(new Node.Counter()));
    } else if (thrown < 78 && street.hasPlans()) {
      street.next();
    } else if (thrown < 86 && street.hasDeliveries()) {
      cluster.onAny(
          node -> {
            street.deliver(node.hub());
            node.accept();
          });
    } else if (thrown < 97) {
      pass();
    } else {
      cluster.fill(most);
    }
  }

  private void turns() {
    for (int i = dice.below(4); i >= 0; i--) {
      cluster.turn();
    }
  }

  private void pass() {
    int thrown = dice.below(100);
    Duration longest =
        thrown < 70
            ? Duration.ofSeconds(2)
            : thrown < 93 ? Duration.ofSeconds(8) : Duration.ofSeconds(80);
    world.advance(dice.upTo(longest));
    cluster.timers();
  }
}
