package dev.kontor.connector.financeoperations.pricing;

import java.util.Map;

/**
 * A posted row of the trade agreements (rule R1). A blank code is empty.
 *
 * @param id record id; no two rows share one
 * @param dimensions only those the row fills
 * @param includesGenericCurrency <i>Include generic currency</i> (rule P8)
 * @param unit blank for every unit; not looked at in total discounts
 * @param findNext whether the search goes on after this row (rules P4, D2)
 */
public record TradeAgreement(
    String id,
    Relation relation,
    Assignment account,
    Assignment item,
    Map<Dimension, String> dimensions,
    String currency,
    boolean includesGenericCurrency,
    String unit,
    QuantityRange range,
    Validity validity,
    boolean findNext,
    AgreementTerms terms) {

  /**
   * @throws IllegalArgumentException if it has no currency, or cannot be for that item code (rule
   *     R3)
   */
  public TradeAgreement {
    dimensions = Map.copyOf(dimensions);
    if (currency.isEmpty()) {
      throw new IllegalArgumentException(
          "agreement " + id + " has no currency; every trade agreement is in one");
    }
    if (!relation.allows(item.code())) {
      throw new IllegalArgumentException(
          "agreement "
              + id
              + " of "
              + relation
              + " is for item code "
              + item.code()
              + ", which the rules do not know; leave it out or correct its relation");
    }
  }

  /** The same with another id. */
  public TradeAgreement named(String other) {
    return new TradeAgreement(
        other,
        relation,
        account,
        item,
        dimensions,
        currency,
        includesGenericCurrency,
        unit,
        range,
        validity,
        findNext,
        terms);
  }

  /** E.g. {@code 5637144576 (TABLE C1, GROUP FURNITURE)}. */
  String name() {
    return id + " (" + words(account) + ", " + words(item) + ")";
  }

  private static String words(Assignment assignment) {
    return assignment.code() + (assignment.relation().isEmpty() ? "" : " " + assignment.relation());
  }
}
