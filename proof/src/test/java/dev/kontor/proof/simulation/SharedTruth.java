package dev.kontor.proof.simulation;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of customers once everything has settled. */
final class SharedTruth {

  private static final List<Happening> TROUBLES =
      List.of(
          Happening.ANSWER_LOST,
          Happening.CONNECTION_RESET,
          Happening.CONNECTOR_BUG,
          Happening.PART_OF_BATCH,
          Happening.CALL_HELD,
          Happening.KILLED,
          Happening.STOPPED);

  private final World world;
  private final Registers registers;
  private final Sayings sayings;

  SharedTruth(World world, Registers registers, Sayings sayings) {
    this.world = world;
    this.registers = registers;
    this.sayings = sayings;
  }

  void check() {
    int people = registers.accounts().ids().size();
    expect(registers.debtors().ids().size() == people, "debtors: " + registers.debtors().ids());
    if (world.violations().isEmpty()) {
      registers.accounts().ids().forEach(this::customer);
      bounded();
    }
  }

  private void customer(String account) {
    for (Attribute attribute : Register.FIELDS.keySet()) {
      String shop = sayings.shown(Owner.SHOP, account, attribute);
      String erp = sayings.shown(Owner.ERP, account, attribute);
      String both = account + " has the " + attribute.key() + " " + shop + " and " + erp;
      expect(DebtorsWriter.kept(shop).equals(erp), both);
      if (!registers.accounts().words().isOverrun(account, attribute)) {
        Set<String> wanted = wanted(account, attribute);
        expect(wanted.contains(erp), both + ", of " + wanted);
      }
    }
  }

  /**
   * The last words of those whose word holds, as the ERP keeps them. A time of change tells of the
   * whole customer, so where the latest holds and people changed it in both, it may be either's.
   */
  private Set<String> wanted(String account, Attribute attribute) {
    String debtor = sayings.on(Owner.ERP, account).orElseThrow();
    Optional<String> shop = registers.accounts().words().last(account, attribute);
    Optional<String> erp = registers.debtors().words().last(debtor, attribute);
    Stream<String> wanted =
        switch (registers.owner(attribute)) {
          case SHOP -> shop.stream();
          case ERP ->
              Stream.of(erp.orElseGet(() -> registers.debtors().words().first(debtor, attribute)));
          case LATEST -> Stream.concat(shop.stream(), erp.stream());
        };
    return wanted.map(DebtorsWriter::kept).collect(Collectors.toSet());
  }

  /** At most one more write for each change, loss or death. */
  private void bounded() {
    int edits = registers.accounts().words().edits() + registers.debtors().words().edits();
    int written = registers.accounts().written() + registers.debtors().written();
    long troubles = TROUBLES.stream().mapToLong(world.tally()::of).sum();
    expect(
        written <= 2L * edits + 2L * troubles,
        written + " writes for " + edits + " changes and " + troubles + " troubles");
  }

  private void expect(boolean holds, String violation) {
    if (!holds) {
      world.violation(violation);
    }
  }
}
