package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One search that adds up discounts (rules D2, D3). */
final class DiscountSearch {

  private final Walk walk;
  private final Switches.DiscountSum sum;
  private BigDecimal percent1 = BigDecimal.ZERO;
  private BigDecimal percent2 = BigDecimal.ZERO;
  private BigDecimal amount = BigDecimal.ZERO;

  private DiscountSearch(Subject subject, Criteria criteria, PriceParameters parameters) {
    this.walk = new Walk(subject, criteria, parameters);
    this.sum = parameters.switches().discountSum();
  }

  /** What was found, in the order's currency, and why. */
  record Result(Discount discount, List<Finding> findings) {
    static final Result NONE = new Result(Discount.NONE, List.of());
  }

  /** Rule D1: in the order's currency, where switched on else in the accounting currency. */
  static Result run(
      Subject subject,
      Criteria criteria,
      PriceParameters parameters,
      PriceTerms terms,
      AgreementBook book) {
    DiscountSearch own = new DiscountSearch(subject, criteria, parameters).through(book);
    String accounting = parameters.accountingCurrency();
    Discount discount = own.discount();
    if (!discount.isNone()
        || accounting.equals(criteria.currency())
        || parameters.switches().discountCurrency() == Switches.DiscountCurrency.ORDER) {
      return new Result(discount, own.walk.findings());
    }
    DiscountSearch other =
        new DiscountSearch(subject, criteria.withCurrency(accounting), parameters).through(book);
    List<Finding> findings = new ArrayList<>(own.walk.findings());
    findings.addAll(other.walk.findings());
    Discount found = other.discount();
    return new Result(
        new Discount(found.percent(), terms.inCurrency(found.amount(), accounting)), findings);
  }

  private DiscountSearch through(AgreementBook book) {
    walk.through(book, this::combination);
    return this;
  }

  private Discount discount() {
    return new Discount(Discount.successive(percent1, percent2), amount);
  }

  /** A combination in which a row ends the search is still added up completely. */
  private void combination(List<TradeAgreement> rows) {
    for (TradeAgreement row : rows) {
      percent1 = percent1.add(row.terms().percent1());
      percent2 = percent2.add(row.terms().percent2());
      amount = amount.add(row.terms().amount());
      walk.note(row, Verdict.ADDED);
    }
    rows.stream()
        .filter(row -> !row.findNext() || sum == Switches.DiscountSum.FIRST_COMBINATION)
        .findFirst()
        .ifPresent(walk::end);
  }
}
