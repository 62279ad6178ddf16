package dev.kontor.connector.financeoperations;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import java.util.Map;
import java.util.Set;

/** What the connector can do with which documents. */
final class FnoAbilities {

  static final Map<EntityType, Set<Ability>> ALL =
      Map.of(
          EntityType.CREDIT_MEMO,
          Set.of(Ability.FIND_BY_REFERENCE, Ability.CREATE),
          EntityType.CUSTOMER,
          Set.of(
              Ability.READ_CHANGES,
              Ability.FIND_BY_ID,
              Ability.FIND_BY_MATCH,
              Ability.LIST_KEYS,
              Ability.CREATE,
              Ability.UPDATE,
              Ability.HINTS),
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
          Set.of(
              Ability.READ_CHANGES, Ability.FIND_BY_ID, Ability.FIND_BY_REFERENCE, Ability.HINTS),
          EntityType.PRICE,
          Set.of(Ability.READ_CHANGES, Ability.FIND_BY_ID, Ability.LIST_KEYS, Ability.HINTS),
          EntityType.PRODUCT,
          Set.of(
              Ability.READ_CHANGES,
              Ability.FIND_BY_ID,
              Ability.LIST_KEYS,
              Ability.SEE_DELETES,
              Ability.HINTS),
          EntityType.QUOTE,
          Set.of(
              Ability.READ_CHANGES,
              Ability.FIND_BY_ID,
              Ability.FIND_BY_REFERENCE,
              Ability.LIST_KEYS,
              Ability.CREATE,
              Ability.UPDATE,
              Ability.HINTS),
          EntityType.STOCK,
          Set.of(Ability.READ_CHANGES, Ability.FIND_BY_ID, Ability.LIST_KEYS, Ability.HINTS));

  private FnoAbilities() {}
}
