package dev.kontor.proof.simulation;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import java.time.Duration;
import java.util.List;

/** Changes while nothing else goes on: each is one write, without an echo. */
final class QuietChanges {

  private static final List<Attribute> EITHERS =
      List.of(Attribute.NAME, Attribute.PHONE, Attribute.ADDRESS);
  private static final List<Owner> SIDES = List.of(Owner.SHOP, Owner.ERP);

  private final World world;
  private final Registers registers;
  private final Sayings sayings;
  private final Decided decided;
  private final Calm calm;
  private final String account;

  QuietChanges(World world, Registers registers, Sayings sayings, Decided decided, Calm calm) {
    this.world = world;
    this.registers = registers;
    this.sayings = sayings;
    this.decided = decided;
    this.calm = calm;
    this.account = world.dice().oneOf(List.copyOf(registers.accounts().ids()));
  }

  void make() {
    SIDES.forEach(this::one);
    both();
    registers.weather().first("debtors", Weather.Writing.ANSWER_LOST);
    registers.weather().first("accounts", Weather.Writing.ANSWER_LOST);
    both();
  }

  private void one(Owner side) {
    Attribute attribute = world.dice().oneOf(EITHERS);
    Owner owner = registers.owner(attribute);
    sayings.say(side, account, attribute);
    settle(attribute, owner == Owner.LATEST ? side : owner, 0);
  }

  /** One attribute is changed in both before anybody looks. */
  private void both() {
    Attribute attribute = world.dice().oneOf(EITHERS);
    Owner first = world.dice().oneOf(SIDES);
    Owner owner = registers.owner(attribute);
    sayings.say(first, account, attribute);
    world.advance(Duration.ofSeconds(1));
    sayings.say(other(first), account, attribute);
    settle(attribute, owner == Owner.LATEST ? other(first) : owner, 1);
  }

  private static Owner other(Owner side) {
    return side == Owner.SHOP ? Owner.ERP : Owner.SHOP;
  }

  /**
   * @param holder whose value holds, which the hub writes to the other side only
   * @param conflicts that are put on record
   */
  private void settle(Attribute attribute, Owner holder, int conflicts) {
    String value = sayings.shown(holder, account, attribute);
    String expected = told(value, value, 0, 1, conflicts);
    long before = decided.counted();
    int here = registers.of(holder).written();
    int there = registers.of(other(holder)).written();
    calm.settle();
    String seen =
        told(
            sayings.shown(holder, account, attribute),
            sayings.shown(other(holder), account, attribute),
            registers.of(holder).written() - here,
            registers.of(other(holder)).written() - there,
            decided.counted() - before);
    if (!seen.equals(expected)) {
      world.violation(attribute + " by " + holder + " is to be " + expected + ", not " + seen);
    }
  }

  private static String told(String here, String there, int echoes, int writes, long conflicts) {
    return "%s and %s after %d and %d writes, %d conflicts"
        .formatted(DebtorsWriter.kept(here), DebtorsWriter.kept(there), echoes, writes, conflicts);
  }
}
