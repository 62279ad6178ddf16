package dev.kontor.connector.financeoperations;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import java.util.Map;
import java.util.Set;

/** What the connector can do with which documents. */
final class FnoAbilities {

  static final Map<EntityType, Set<Ability>> ALL =
      Map.of(
          EntityType.CUSTOMER,
          Set.of(Ability.FIND_BY_ID, Ability.FIND_BY_MATCH, Ability.LIST_KEYS, Ability.CREATE),
          EntityType.ORDER,
          Set.of(
              Ability.FIND_BY_ID,
              Ability.FIND_BY_REFERENCE,
              Ability.CREATE,
              Ability.UPDATE,
              Ability.DELETE),
          EntityType.PAYMENT,
          Set.of(Ability.FIND_BY_ID, Ability.FIND_BY_REFERENCE, Ability.CREATE),
          EntityType.ORDER_PROGRESS,
          Set.of(Ability.READ_CHANGES, Ability.FIND_BY_ID, Ability.FIND_BY_REFERENCE),
          EntityType.STOCK,
          Set.of(Ability.READ_CHANGES, Ability.FIND_BY_ID, Ability.LIST_KEYS));

  private FnoAbilities() {}
}
