package dev.kontor.proof.simulation;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import java.util.Optional;

/** What people say of a customer in either system; nothing is said twice. */
final class Sayings {

  private final Dice dice;
  private final Registers registers;
  private int values;

  Sayings(Dice dice, Registers registers) {
    this.dice = dice;
    this.registers = registers;
  }

  /** Somebody changes an attribute, if that system has the customer. */
  void say(Owner side, String account, Attribute attribute) {
    String value = "v" + ++values + (dice.chance(300) ? "-and-more" : "");
    on(side, account)
        .ifPresent(
            id ->
                registers
                    .of(side)
                    .say(id, attribute, side == Owner.ERP ? DebtorsWriter.kept(value) : value));
  }

  /** The id of an account's customer in a system; empty if it does not have him. */
  Optional<String> on(Owner side, String account) {
    return side == Owner.SHOP
        ? Optional.of(account)
        : registers.debtors().matching(registers.accounts().key(account));
  }

  /** What a system shows of an account's customer, whom it has. */
  String shown(Owner side, String account, Attribute attribute) {
    return registers.of(side).shown(on(side, account).orElseThrow(), attribute);
  }
}
