package dev.kontor.connector.magento;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import java.util.Map;
import java.util.Set;

/** What the connector can do with which documents. */
final class MagentoAbilities {

  static final Map<EntityType, Set<Ability>> ALL =
      Map.of(
          EntityType.CUSTOMER,
          Set.of(
              Ability.READ_CHANGES,
              Ability.FIND_BY_ID,
              Ability.LIST_KEYS,
              Ability.UPDATE,
              Ability.REPEATABLE_WRITE,
              Ability.NOTICES),
          EntityType.ORDER,
          Set.of(
              Ability.READ_CHANGES,
              Ability.FIND_BY_ID,
              Ability.FIND_BY_REFERENCE,
              Ability.LIST_KEYS,
              Ability.UPDATE,
              Ability.REPEATABLE_WRITE,
              Ability.NOTICES),
          EntityType.ORDER_PROGRESS,
          Set.of(Ability.UPDATE, Ability.REPEATABLE_WRITE),
          EntityType.PRICE,
          Set.of(Ability.UPDATE, Ability.REPEATABLE_WRITE, Ability.COMPARE),
          EntityType.QUOTE,
          Set.of(
              Ability.READ_CHANGES,
              Ability.FIND_BY_ID,
              Ability.FIND_BY_REFERENCE,
              Ability.LIST_KEYS,
              Ability.UPDATE,
              Ability.REPEATABLE_WRITE,
              Ability.COMPARE),
          EntityType.PRODUCT,
          Set.of(
              Ability.CREATE,
              Ability.UPDATE,
              Ability.DELETE,
              Ability.REPEATABLE_WRITE,
              Ability.COMPARE),
          EntityType.STOCK,
          Set.of(Ability.CREATE, Ability.UPDATE, Ability.REPEATABLE_WRITE, Ability.COMPARE));

  private MagentoAbilities() {}
}
