package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Transactions;
import dev.kontor.model.OrderState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One short day with every kind of flow, and a hub that dies at one chosen moment of it. */
final class CrashMatrix {

  /** How the shop tells of its orders on such a day, and of how many. */
  enum Telling {
    HINTS(2),
    /** More than one call can take. */
    WHOLE_ORDERS(3);

    private final int orders;

    Telling(int orders) {
      this.orders = orders;
    }
  }

  private static final Duration LATER = Duration.ofSeconds(20);

  /** Moments that people speak of, whether anything has changed or not. */
  private static final List<String> NAMED = List.of("reading", "writing", "intent");

  private final Laboratory laboratory;
  private final Telling telling;
  private final List<Integer> changes = new ArrayList<>();
  private Set<String> durable = new HashSet<>();
  private String stood = "";

  CrashMatrix(Laboratory laboratory, Telling telling) {
    this.laboratory = laboratory;
    this.telling = telling;
  }

  /** What became of a day. */
  record Day(List<String> moments, List<String> violations, String trace) {}

  /** Every moment of an undisturbed day, each with what became durable just before it. */
  Day recorded() {
    durable = new HashSet<>();
    changes.clear();
    stood = "";
    AtomicReference<@Nullable Systems> watched = new AtomicReference<>();
    List<String> seen = new ArrayList<>();
    Trap trap =
        new Trap(
            -1,
            place -> {
              look(seen.size(), place, watched.get());
              seen.add(place);
              return place + news();
            });
    return run(trap, watched);
  }

  /**
   * The moments of the recorded day at which a death is not the same as at the one before: a call
   * is being made, or the database or a system is not as it was. All others are one of these once
   * more, as nothing outlives a process but the database and the systems.
   */
  List<Integer> deaths() {
    return List.copyOf(changes);
  }

  /** A transaction that has not ended leaves nothing behind, one that has moves the number. */
  private void look(int moment, String place, @Nullable Systems systems) {
    String stands =
        Transactions.run(laboratory.database().general(), SimulationStore::lastTransaction)
            + " "
            + (systems == null ? "" : systems.stand());
    boolean named = NAMED.stream().anyMatch(place::contains);
    if (named || !stands.equals(stood)) {
      changes.add(moment);
    }
    stood = stands;
  }

  Day dyingAt(int moment) {
    return run(new Trap(moment, place -> place), new AtomicReference<>());
  }

  private Day run(Trap trap, AtomicReference<@Nullable Systems> watched) {
    laboratory.empty();
    Dice dice = new Dice(1);
    World world = new World(dice, trap);
    Systems systems = Systems.generous(world, Weather.fine(dice));
    watched.set(systems);
    Street street = street(world, systems);
    Cluster cluster = new Cluster(laboratory, world, systems);
    systems.erp().onHand("A", 10);
    systems.erp().catalogue().name("A", "chair");
    systems.erp().warehouse().shipsByItself("S-1");
    for (int number = 1; number <= telling.orders; number++) {
      street.put(
          new Shop.Placed(number, number + "@example.com", "A", 1, OrderState.OPEN, world.now()));
    }
    if (telling == Telling.WHOLE_ORDERS) {
      changesOfMind(world, systems, street);
    }
    try {
      new Calm(laboratory, world, cluster, street).settle();
      if (world.violations().isEmpty()) {
        new Truth(laboratory, world, systems).check();
      }
    } catch (RuntimeException e) {
      world.violation("the day failed: " + e + " caused by " + e.getCause());
    } finally {
      cluster.killAll();
    }
    return new Day(trap.moments(), world.violations(), world.trace().text());
  }

  /** After their transfer one order grows and one is cancelled. */
  private static void changesOfMind(World world, Systems systems, Street street) {
    systems.erp().letChange();
    world.at(
        World.BEGIN.plus(LATER),
        () ->
            street.put(new Shop.Placed(2, "2@example.com", "A", 2, OrderState.OPEN, World.BEGIN)));
    world.at(
        World.BEGIN.plus(LATER.multipliedBy(2)),
        () ->
            street.put(
                new Shop.Placed(3, "3@example.com", "A", 1, OrderState.CANCELLED, World.BEGIN)));
  }

  private Street street(World world, Systems systems) {
    return switch (telling) {
      case HINTS -> Street.empty(world, systems);
      case WHOLE_ORDERS -> Street.whole(world, systems);
    };
  }

  private String news() {
    Set<String> now =
        new TreeSet<>(Transactions.run(laboratory.database().general(), SimulationStore::durable));
    Set<String> fresh = new TreeSet<>(now);
    fresh.removeAll(durable);
    durable = now;
    return fresh.isEmpty() ? "" : " " + fresh;
  }
}
