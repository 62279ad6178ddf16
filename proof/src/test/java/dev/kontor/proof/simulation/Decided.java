package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Transactions;

/** What the hub has on record of customers whom both systems have. */
record Decided(Laboratory laboratory) {

  /** Attributes that people changed in both systems, as the hub counts them. */
  long counted() {
    return Transactions.run(laboratory.database().general(), SharedStore::conflicts);
  }

  /** What is counted the audit names; and nothing is left open. */
  void check(World world) {
    Transactions.run(laboratory.database().general(), SimulationStore::left)
        .forEach(world::violation);
    long named = Transactions.run(laboratory.database().general(), SharedStore::conflictsInAudit);
    if (named != counted()) {
      world.violation(counted() + " conflicts are counted, the audit names " + named);
    }
  }
}
