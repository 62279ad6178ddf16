package dev.kontor.connector.financeoperations.pricing;

/** What a trade agreement gives (rule R2). */
public enum Relation {
  PRICE,
  LINE_DISCOUNT,
  MULTILINE_DISCOUNT,
  TOTAL_DISCOUNT;

  /** Whether such an agreement may name its products in this way (rule R3). */
  public boolean allows(TableGroupAll itemCode) {
    return switch (this) {
      case PRICE -> itemCode == TableGroupAll.TABLE;
      case LINE_DISCOUNT -> true;
      case MULTILINE_DISCOUNT -> itemCode != TableGroupAll.TABLE;
      case TOTAL_DISCOUNT -> itemCode == TableGroupAll.ALL;
    };
  }
}
