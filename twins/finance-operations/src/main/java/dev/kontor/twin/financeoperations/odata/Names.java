package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Schema;

/** The names an entity goes by in messages. */
final class Names {
  private Names() {}

  static String qualified(EntitySet set) {
    return Schema.NAMESPACE + "." + set.type();
  }

  /** The name behind the scenes, as in "table row of type" (contract.md §1). */
  static String table(EntitySet set) {
    return set.type() + "Entity";
  }
}
