package dev.kontor.proof.simulation;

import dev.kontor.model.OrderState;
import java.time.Duration;

/** A scene, played by two hubs; both systems take one call at a time. */
final class Played {

  private static final Duration STEP = Duration.ofSeconds(1);

  private final Laboratory laboratory;
  private final Scene scene;
  private final Script script;
  private final World world;
  private final Systems systems;
  private final Street street;

  Played(Laboratory laboratory, Scene scene) {
    this.laboratory = laboratory;
    this.scene = scene;
    this.script = new Script(scene.script());
    Dice dice = new Dice(1);
    this.world = new World(dice, script);
    this.systems =
        new Systems(
            new Shop(world),
            new Erp(world),
            Weather.fine(dice).first("order", scene.firstCall()),
            new Traffic(world, "shop", 1, 0),
            new Traffic(world, "erp", 1, 0));
    this.street = Street.empty(world, systems);
  }

  History.Result play() {
    laboratory.empty();
    Cluster cluster = new Cluster(laboratory, world, systems);
    systems.erp().onHand("A", 10);
    put(1);
    if (scene.isEdited()) {
      world.at(World.BEGIN.plus(scene.edited()), () -> put(2));
    }
    try {
      cluster.fill(2);
      new Calm(laboratory, world, cluster, street, STEP).settle();
      if (world.violations().isEmpty()) {
        new Truth(laboratory, world, systems).check();
      }
      if (!script.isOver()) {
        world.violation("the scene was not played to its end: " + scene);
      }
    } catch (RuntimeException e) {
      world.violation("the scene failed: " + e + " caused by " + e.getCause());
    } finally {
      cluster.killAll();
    }
    return new History.Result(world.violations(), world.trace().hash(), world.trace().text());
  }

  private void put(int pieces) {
    street.put(new Shop.Placed(1, "ada@example.com", "A", pieces, OrderState.OPEN, World.BEGIN));
  }
}
