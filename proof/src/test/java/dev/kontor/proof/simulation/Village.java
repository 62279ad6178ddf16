package dev.kontor.proof.simulation;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Hub;
import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import dev.kontor.model.ModelJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * People who register in the shop and change what is kept of them, and clerks who do so as well.
 */
final class Village implements People {

  private static final List<Attribute> CHANGED = List.copyOf(Register.FIELDS.keySet());

  private final World world;
  private final Dice dice;
  private final Registers registers;
  private final Sayings sayings;
  private final List<Runnable> plans = new ArrayList<>();

  Village(World world, Registers registers, Sayings sayings) {
    this.world = world;
    this.dice = world.dice();
    this.registers = registers;
    this.sayings = sayings;
    int people = 1 + dice.below(3);
    for (int i = 1; i <= people; i++) {
      String id = "account-" + i;
      plans.add(() -> register(id));
    }
    int edits = 10 + dice.below(20);
    for (int i = 0; i < edits; i++) {
      plans.add(1 + dice.below(plans.size()), this::edit);
    }
  }

  private void register(String id) {
    registers
        .accounts()
        .enter(id, ModelJson.mapper().createObjectNode().put("email", id + "@example.com"));
    CHANGED.stream()
        .filter(Attribute::isPersonal)
        .forEach(attribute -> sayings.say(Owner.SHOP, id, attribute));
    for (int i = dice.below(3); i > 0; i--) {
      plans.addFirst(() -> edit(id));
    }
  }

  private void edit() {
    edit(dice.oneOf(List.copyOf(registers.accounts().ids())));
  }

  /** Now and then the same is changed in both systems at once, wherever the hub has got to. */
  private void edit(String account) {
    Attribute attribute = dice.oneOf(CHANGED);
    int where = dice.below(5);
    if (where < 3) {
      sayings.say(Owner.SHOP, account, attribute);
    }
    if (where > 1) {
      sayings.say(Owner.ERP, account, attribute);
    }
  }

  @Override
  public boolean hasPlans() {
    return !plans.isEmpty();
  }

  @Override
  public void next() {
    plans.removeFirst().run();
  }

  @Override
  public boolean hasDeliveries() {
    return false;
  }

  @Override
  public void deliver(Hub hub) {
    throw new IllegalStateException("nobody is told of customers");
  }

  @Override
  public Map<String, String> ends() {
    return Map.of(
        "changes", SimulatedConnector.end(registers.accounts().versions().all()),
        "terms", SimulatedConnector.end(registers.debtors().versions().all()));
  }

  @Override
  public void settle(Deciding deciding, List<Long> dead) {
    world.violation("nothing of customers is left to people: " + dead);
  }
}
