package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * Computes prices and discounts of an order as the trade agreements of Finance & Operations give
 * them. Sales agreements, Pricing management and Commerce price groups are not known here (rules K1
 * to K4): where they are in use, the price is read from the system instead.
 */
public record PriceEngine(PriceParameters parameters) {

  /**
   * @throws IllegalArgumentException if a product, a unit conversion or an exchange rate that the
   *     order needs is missing
   */
  public PricedOrder price(SalesOrder order, AgreementBook book) {
    OrderSearch search = new OrderSearch(order, book, parameters);
    List<PricedLine> lines = order.lines().stream().map(line -> line(line, search)).toList();
    return totals(order, lines, search, book);
  }

  private PricedLine line(OrderLine line, OrderSearch search) {
    OrderSearch.Priced priced = search.price(line);
    DiscountSearch.Result own = search.lineDiscount(line);
    DiscountSearch.Result multiline =
        isCalculated() ? search.multilineDiscount(line) : DiscountSearch.Result.NONE;
    Discount discount =
        parameters
            .lineMultiline()
            .combine(own.discount(), multiline.discount(), parameters.switches().soleDiscount());
    FoundPrice found = priced.found();
    TradeAgreement agreement = found.agreement();
    return new PricedLine(
        found.price(),
        found.priceUnit(),
        agreement == null ? PricedLine.BASE_PRICE : agreement.id(),
        own.discount(),
        multiline.discount(),
        discount,
        found.fixedCharges(),
        amount(line.quantity(), found, discount),
        priced.findings(),
        own.findings(),
        multiline.findings());
  }

  /** Rule C1, rounded once. */
  private BigDecimal amount(BigDecimal quantity, FoundPrice found, Discount discount) {
    BigDecimal divisor = found.priceUnit().multiply(Money.HUNDRED);
    BigDecimal net = less(found.price(), discount).multiply(quantity);
    return Money.rounded(
        net.add(found.fixedCharges().multiply(divisor)), divisor, parameters.amountPrecision());
  }

  /** A hundred times what the discount leaves (rule D3). */
  BigDecimal less(BigDecimal amount, Discount discount) {
    BigDecimal rest = Money.rest(discount.percent());
    return switch (parameters.switches().amountAndPercent()) {
      case AMOUNT_FIRST -> amount.subtract(discount.amount()).multiply(rest);
      case PERCENT_FIRST ->
          amount.multiply(rest).subtract(discount.amount().multiply(Money.HUNDRED));
    };
  }

  private PricedOrder totals(
      SalesOrder order, List<PricedLine> lines, OrderSearch search, AgreementBook book) {
    BigDecimal zero = Money.rounded(BigDecimal.ZERO, parameters.amountPrecision());
    BigDecimal net = zero;
    BigDecimal base = zero;
    for (int i = 0; i < lines.size(); i++) {
      BigDecimal amount = lines.get(i).lineAmount();
      net = net.add(amount);
      if (book.product(order.lines().get(i).itemNumber()).includedInTotalDiscount()) {
        base = base.add(amount);
      }
    }
    DiscountSearch.Result total =
        isCalculated() ? search.totalDiscount(base) : DiscountSearch.Result.NONE;
    BigDecimal discount =
        Money.rounded(
            base.multiply(Money.HUNDRED).subtract(less(base, total.discount())),
            Money.HUNDRED,
            parameters.amountPrecision());
    return new PricedOrder(
        lines, base, total.discount(), discount, net.subtract(discount), total.findings());
  }

  private boolean isCalculated() {
    return parameters.switches().orderStage() == Switches.OrderStage.CALCULATED;
  }
}
