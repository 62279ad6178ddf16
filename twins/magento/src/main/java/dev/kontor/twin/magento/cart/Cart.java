package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Totals a cart: discounts, then taxes, in order currency and again in base currency. */
public final class Cart {
  private final List<Line> top;
  private final List<Line> priced;
  private final Setup setup;
  private final TaxRules taxes;
  private final Buyer buyer;
  private final @Nullable Rule rule;

  public Cart(List<Line> top, Setup setup, TaxRules taxes, Buyer buyer, @Nullable Rule rule) {
    this.top = top;
    this.setup = setup;
    this.taxes = taxes;
    this.buyer = buyer;
    this.rule = rule;
    this.priced =
        top.stream()
            .flatMap(l -> Stream.concat(Stream.of(l), l.children().stream()))
            .filter(l -> l.kind() == Line.Kind.PRICED)
            .toList();
    priced.forEach(l -> l.taxed(rate(taxClass(l))));
  }

  private static long taxClass(Line line) {
    return line.product().path("_tax_class").asLong(TaxRules.GOODS);
  }

  private Rate rate(long productClass) {
    return taxes.rate(buyer.country(), buyer.taxClass(), productClass);
  }

  private record Pass(List<Line.Sums> rows, Line.Sums shipping) {}

  /** Prices every line; {@code currencyRate} is order currency per base currency. */
  public Shipping total(BigDecimal currencyRate, BigDecimal baseShipping) {
    Pass order = pass(currencyRate, baseShipping);
    Pass base = pass(BigDecimal.ONE, baseShipping);
    for (int i = 0; i < priced.size(); i++) {
      Line line = priced.get(i);
      line.cost(order.rows().get(i), base.rows().get(i));
      if (rule != null) {
        line.discounted(rule.id(), rule.percent());
      }
    }
    top.stream().filter(l -> l.kind() == Line.Kind.SUM).forEach(Cart::sum);
    return new Shipping(order.shipping(), base.shipping(), shippingRate());
  }

  private Rate shippingRate() {
    return setup.taxedShipping() ? rate(TaxRules.GOODS) : Rate.NONE;
  }

  private Pass pass(BigDecimal currencyRate, BigDecimal baseShipping) {
    BigDecimal none = BigDecimal.ZERO;
    TaxCalculator undiscounted = new TaxCalculator(setup.algorithm(), setup.grossPrices());
    List<Amounts> full = new ArrayList<>();
    priced.forEach(l -> full.add(taxed(undiscounted, l, currencyRate, none)));
    BigDecimal shipping = Rounding.cents(baseShipping.multiply(currencyRate));
    Amounts fullShipping = shipped(shippingCalculator(), shipping, none);
    List<BigDecimal> discounts = full.stream().map(a -> none).toList();
    BigDecimal shippingDiscount = none;
    if (rule != null) {
      BigDecimal amount = rule.amount();
      boolean money = rule.kind() != Rule.Kind.PERCENT;
      Discounts taken = new Discounts(rule, money ? amount.multiply(currencyRate) : amount);
      discounts = taken.of(discountable(full), priced.stream().map(Line::qty).toList());
      shippingDiscount = taken.ofShipping(discountPrice(fullShipping));
    }
    TaxCalculator taxed = new TaxCalculator(setup.algorithm(), setup.grossPrices());
    List<Line.Sums> rows = new ArrayList<>();
    for (int i = 0; i < priced.size(); i++) {
      Amounts row = taxed(taxed, priced.get(i), currencyRate, discounts.get(i));
      rows.add(new Line.Sums(row, discounts.get(i)));
    }
    // Shipping is taxed behind the goods, with what rounding left of them.
    TaxCalculator behind =
        setup.grossShipping() == setup.grossPrices() ? taxed : shippingCalculator();
    Amounts cost = shipped(behind, shipping, shippingDiscount);
    return new Pass(rows, new Line.Sums(cost, shippingDiscount));
  }

  private TaxCalculator shippingCalculator() {
    return new TaxCalculator(setup.algorithm(), setup.grossShipping());
  }

  private Amounts taxed(
      TaxCalculator calculator, Line line, BigDecimal currencyRate, BigDecimal discount) {
    return calculator.row(
        line.basePrice().multiply(currencyRate),
        line.qty(),
        line.rate(),
        taxes.storeRate(taxClass(line)),
        discount);
  }

  private Amounts shipped(TaxCalculator calculator, BigDecimal price, BigDecimal discount) {
    Rate store = setup.taxedShipping() ? taxes.storeRate(TaxRules.GOODS) : Rate.NONE;
    return calculator.row(price, BigDecimal.ONE, shippingRate(), store, discount);
  }

  private List<BigDecimal> discountable(List<Amounts> full) {
    List<BigDecimal> totals = new ArrayList<>();
    for (int i = 0; i < full.size(); i++) {
      totals.add(discountPrice(full.get(i)).multiply(priced.get(i).qty()));
    }
    return totals;
  }

  private BigDecimal discountPrice(Amounts amounts) {
    return setup.grossDiscounts() ? amounts.priceInclTax() : amounts.price();
  }

  private static void sum(Line line) {
    line.cost(
        summed(line, line.children().stream().map(Line::sums).toList()),
        summed(line, line.children().stream().map(Line::base).toList()));
  }

  private static Line.Sums summed(Line line, List<Line.Sums> children) {
    BigDecimal rowTotal = total(children.stream().map(Line.Sums::rowTotal));
    BigDecimal inclTax = total(children.stream().map(Line.Sums::rowTotalInclTax));
    Amounts amounts =
        new Amounts(
            Rounding.cents(Rounding.divided(rowTotal, line.qty())),
            Rounding.cents(Rounding.divided(inclTax, line.qty())),
            rowTotal,
            inclTax,
            total(children.stream().map(Line.Sums::tax)),
            total(children.stream().map(Line.Sums::compensation)));
    return new Line.Sums(amounts, BigDecimal.ZERO);
  }

  private static BigDecimal total(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Every line, a component behind its whole. */
  public Stream<Line> lines() {
    return top.stream().flatMap(l -> Stream.concat(Stream.of(l), l.children().stream()));
  }

  /** Whether a line is a component. */
  public boolean isPart(Line line) {
    return !top.contains(line);
  }

  /** The lines that carry prices. */
  public List<Line> priced() {
    return priced;
  }
}
