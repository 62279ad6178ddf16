package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entity sets whose changes Business Central announces, and what they are news of
 * (business-central/behaviours.md §7).
 */
enum Watched {
  ITEMS("items", true),
  VARIANTS("itemVariants", false),
  CATEGORIES("itemCategories", true),
  LEDGER("itemLedgerEntries", false),
  CUSTOMERS("customers", true),
  ORDERS("salesOrders", true),
  SHIPMENTS("salesShipments", false),
  INVOICES("salesInvoices", true),
  CREDIT_MEMOS("salesCreditMemos", true);

  private final String entitySet;
  private final boolean documented;

  /**
   * @param documented whether every environment offers it; else the environment says so itself
   */
  Watched(String entitySet, boolean documented) {
    this.entitySet = entitySet;
    this.documented = documented;
  }

  /** What is deleted with one of them without a trace; null if a poll finds it. */
  @Nullable EntityType missedByPolls() {
    return switch (this) {
      case ITEMS -> EntityType.PRODUCT;
      case ORDERS -> EntityType.ORDER_PROGRESS;
      case VARIANTS, CATEGORIES, LEDGER, CUSTOMERS, SHIPMENTS, INVOICES, CREDIT_MEMOS -> null;
    };
  }

  String entitySet() {
    return entitySet;
  }

  boolean isDocumented() {
    return documented;
  }

  Set<EntityType> types() {
    return switch (this) {
      case ITEMS, VARIANTS -> Set.of(EntityType.PRODUCT, EntityType.PRICE);
      case CATEGORIES -> Set.of(EntityType.PRODUCT);
      case LEDGER -> Set.of(EntityType.STOCK);
      case CUSTOMERS -> Set.of(EntityType.CUSTOMER);
      case ORDERS -> Set.of(EntityType.ORDER, EntityType.ORDER_PROGRESS, EntityType.STOCK);
      case SHIPMENTS, INVOICES, CREDIT_MEMOS -> Set.of(EntityType.ORDER_PROGRESS);
    };
  }

  /** Those that are news of one of these types. */
  static List<Watched> of(Set<EntityType> types) {
    return Arrays.stream(values())
        .filter(watched -> watched.types().stream().anyMatch(types::contains))
        .toList();
  }
}
