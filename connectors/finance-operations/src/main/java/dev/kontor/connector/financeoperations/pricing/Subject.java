package dev.kontor.connector.financeoperations.pricing;

import java.util.List;

/**
 * Whom and what agreements of one relation are sought for. A blank code is empty.
 *
 * @param group of the customer for this relation
 * @param item blank where no single product is sought for
 * @param itemGroup of the product for this relation
 * @param forAll whether rows for all products count
 */
record Subject(
    Relation relation,
    String account,
    String group,
    String item,
    String itemGroup,
    boolean forAll) {

  static Subject of(
      Relation relation, PricingCustomer customer, String item, String itemGroup, boolean forAll) {
    return new Subject(
        relation, customer.account(), customer.group(relation), item, itemGroup, forAll);
  }

  List<TradeAgreement> rows(Combination combination, AgreementBook book) {
    String accountRelation =
        switch (combination.accountCode()) {
          case TABLE -> account;
          case GROUP -> group;
          case ALL -> "";
        };
    String itemRelation =
        switch (combination.itemCode()) {
          case TABLE -> item;
          case GROUP -> itemGroup;
          case ALL -> "";
        };
    boolean named =
        isNamed(combination.accountCode(), accountRelation)
            && isNamed(combination.itemCode(), itemRelation)
            && (forAll || combination.itemCode() != TableGroupAll.ALL);
    return named
        ? book.rows(
            relation,
            new Assignment(combination.accountCode(), accountRelation),
            new Assignment(combination.itemCode(), itemRelation))
        : List.of();
  }

  /** Who is in no group finds no rows of groups. */
  private static boolean isNamed(TableGroupAll code, String relation) {
    return code == TableGroupAll.ALL || !relation.isEmpty();
  }
}
