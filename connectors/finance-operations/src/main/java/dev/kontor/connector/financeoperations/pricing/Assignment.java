package dev.kontor.connector.financeoperations.pricing;

/**
 * Account code with account relation, or item code with item relation (rule R2).
 *
 * @param relation number of the customer or product, or code of the group; blank for all
 */
public record Assignment(TableGroupAll code, String relation) {

  public static final Assignment ALL = new Assignment(TableGroupAll.ALL, "");

  /**
   * @throws IllegalArgumentException if one customer, product or group has no name, or all have one
   */
  public Assignment {
    if (relation.isEmpty() != (code == TableGroupAll.ALL)) {
      throw new IllegalArgumentException(
          "relation is '" + relation + "' for code " + code + "; name one, or none for all");
    }
  }
}
