package dev.kontor.connector.financeoperations;

import static dev.kontor.spi.Ability.CREATE;
import static dev.kontor.spi.Ability.DELETE;
import static dev.kontor.spi.Ability.FIND_BY_ID;
import static dev.kontor.spi.Ability.FIND_BY_MATCH;
import static dev.kontor.spi.Ability.FIND_BY_REFERENCE;
import static dev.kontor.spi.Ability.HINTS;
import static dev.kontor.spi.Ability.LIST_KEYS;
import static dev.kontor.spi.Ability.READ_CHANGES;
import static dev.kontor.spi.Ability.SEE_DELETES;
import static dev.kontor.spi.Ability.UPDATE;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import java.util.Map;
import java.util.Set;

/** What the connector can do with which documents. */
final class FnoAbilities {

  static final Map<EntityType, Set<Ability>> ALL =
      Map.of(
          EntityType.CREDIT_MEMO,
          Set.of(FIND_BY_REFERENCE, CREATE),
          EntityType.CUSTOMER,
          Set.of(READ_CHANGES, FIND_BY_ID, FIND_BY_MATCH, LIST_KEYS, CREATE, UPDATE, HINTS),
          EntityType.ORDER,
          Set.of(FIND_BY_ID, FIND_BY_REFERENCE, CREATE, UPDATE, DELETE),
          EntityType.PAYMENT,
          Set.of(FIND_BY_ID, FIND_BY_REFERENCE, CREATE),
          EntityType.ORDER_PROGRESS,
          Set.of(READ_CHANGES, FIND_BY_ID, FIND_BY_REFERENCE, HINTS),
          EntityType.PRICE,
          Set.of(READ_CHANGES, FIND_BY_ID, LIST_KEYS, HINTS),
          EntityType.PRODUCT,
          Set.of(READ_CHANGES, FIND_BY_ID, LIST_KEYS, SEE_DELETES, HINTS),
          EntityType.QUOTE,
          Set.of(READ_CHANGES, FIND_BY_ID, FIND_BY_REFERENCE, LIST_KEYS, CREATE, UPDATE, HINTS),
          EntityType.STOCK,
          Set.of(READ_CHANGES, FIND_BY_ID, LIST_KEYS, HINTS));

  private FnoAbilities() {}
}
