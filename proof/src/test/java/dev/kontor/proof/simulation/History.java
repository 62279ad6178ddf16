package dev.kontor.proof.simulation;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One seed's history: a disturbed time, a calm one in which everything must settle, the truth. */
final class History {

  private final Laboratory laboratory;
  private final World world;
  private final Dice dice;
  private final Pair pair;
  private final People people;
  private final Cluster cluster;
  private final Consumer<Calm> truth;

  /**
   * @param truth checks it once everything has settled
   */
  private History(
      Laboratory laboratory, World world, Pair pair, People people, Consumer<Calm> truth) {
    this.laboratory = laboratory;
    this.dice = world.dice();
    this.world = world;
    this.pair = pair;
    this.people = people;
    this.truth = truth;
    this.cluster = new Cluster(laboratory, world, pair);
  }

  /** Of orders, and of the stock, articles and progress that belong to them. */
  static History ofOrders(Laboratory laboratory, long seed) {
    World world = world(seed);
    Systems systems =
        new Systems(
            new Shop(world),
            new Erp(world),
            Weather.random(world.dice()),
            Traffic.random(world, "shop"),
            Traffic.random(world, "erp"));
    Street street = Street.random(world, systems);
    Truth truth = new Truth(laboratory, world, systems);
    return new History(laboratory, world, systems, street, calm -> truth.check());
  }

  /** Of customers whom both systems have and people change in both. */
  static History ofCustomers(Laboratory laboratory, long seed) {
    World world = world(seed);
    Registers registers = Registers.random(world);
    Sayings sayings = new Sayings(world.dice(), registers);
    SharedTruth truth = new SharedTruth(world, registers, sayings);
    Decided decided = new Decided(laboratory);
    return new History(
        laboratory,
        world,
        registers,
        new Village(world, registers, sayings),
        calm -> {
          truth.check();
          decided.check(world);
          if (world.violations().isEmpty()) {
            new QuietChanges(world, registers, sayings, decided, calm).make();
            truth.check();
            decided.check(world);
          }
        });
  }

  private static World world(long seed) {
    Dice dice = new Dice(seed);
    return new World(dice, new RandomFate(dice));
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
      pair.weather().calm();
      while (people.hasPlans()) {
        people.next();
      }
      Calm calm = new Calm(laboratory, world, cluster, people);
      calm.settle();
      if (world.violations().isEmpty()) {
        truth.accept(calm);
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
    } else if (thrown < 78 && people.hasPlans()) {
      people.next();
    } else if (thrown < 86 && people.hasDeliveries()) {
      cluster.onAny(
          node -> {
            people.deliver(node.hub());
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
