package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All searches of one order. */
final class OrderSearch {

  /** A price and how it was come by. */
  record Priced(FoundPrice found, List<Finding> findings) {}

  private final SalesOrder order;
  private final AgreementBook book;
  private final PriceParameters parameters;
  private final PriceTerms terms;
  private final Set<Dimension> counted;

  OrderSearch(SalesOrder order, AgreementBook book, PriceParameters parameters) {
    this.order = order;
    this.book = book;
    this.parameters = parameters;
    this.terms = new PriceTerms(parameters, order.currency());
    this.counted =
        EnumSet.allOf(Dimension.class).stream()
            .filter(parameters::counts)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Rules P8 and P9 say which searches there are, rule P1 what stands in for all. */
  Priced price(OrderLine line) {
    ReleasedProduct product = book.product(line.itemNumber());
    List<Finding> findings = new ArrayList<>();
    for (String unit : units(line, product)) {
      BigDecimal factor = unit.equals(line.unit()) ? BigDecimal.ONE : product.factor(line.unit());
      for (Criteria currency : currencies(criteria(line, unit, line.quantity().multiply(factor)))) {
        Subject subject =
            Subject.of(Relation.PRICE, order.customer(), line.itemNumber(), "", false);
        PriceSearch search =
            new PriceSearch(subject, currency, parameters, terms, factor).through(book);
        findings.addAll(search.findings());
        FoundPrice best = search.best();
        if (best != null) {
          return new Priced(best, findings);
        }
      }
    }
    return new Priced(terms.ofProduct(product, line), findings);
  }

  private List<String> units(OrderLine line, ReleasedProduct product) {
    boolean falls = parameters.switches().unitFallback() == Switches.UnitFallback.SALES_UNIT;
    return falls && !product.salesUnit().equals(line.unit())
        ? List.of(line.unit(), product.salesUnit())
        : List.of(line.unit());
  }

  private List<Criteria> currencies(Criteria own) {
    String generic = parameters.genericCurrency();
    if (generic.isEmpty() || generic.equals(own.currency())) {
      return List.of(own);
    }
    return switch (parameters.switches().genericCurrencyPrices()) {
      case COMPETES -> List.of(own.withGeneric(generic));
      case FALLBACK -> List.of(own, own.withCurrency("").withGeneric(generic));
      case IGNORED -> List.of(own);
    };
  }

  DiscountSearch.Result lineDiscount(OrderLine line) {
    ReleasedProduct product = book.product(line.itemNumber());
    return discount(
        Subject.of(
            Relation.LINE_DISCOUNT,
            order.customer(),
            line.itemNumber(),
            product.lineDiscountGroup(),
            true),
        criteria(line, line.unit(), line.quantity()));
  }

  /** Rule M1: tested on the quantities of all lines of the same group. */
  DiscountSearch.Result multilineDiscount(OrderLine line) {
    String group = book.product(line.itemNumber()).multilineDiscountGroup();
    boolean forAll =
        group.isEmpty()
            || parameters.switches().groupedLines() == Switches.GroupedLines.GROUP_AND_ALL_ROWS;
    BigDecimal sum =
        order.lines().stream()
            .filter(l -> book.product(l.itemNumber()).multilineDiscountGroup().equals(group))
            .filter(l -> l.unit().equals(line.unit()) || addsUnits())
            .map(OrderLine::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return discount(
        Subject.of(Relation.MULTILINE_DISCOUNT, order.customer(), "", group, forAll),
        criteria(line, line.unit(), sum));
  }

  private boolean addsUnits() {
    return parameters.switches().multilineUnits() == Switches.MultilineUnits.ADDED;
  }

  /** Rule T1: tested on the amount it is taken off. */
  DiscountSearch.Result totalDiscount(BigDecimal base) {
    return discount(
        Subject.of(Relation.TOTAL_DISCOUNT, order.customer(), "", "", true),
        criteria("", base, Map.of()));
  }

  private DiscountSearch.Result discount(Subject subject, Criteria criteria) {
    return DiscountSearch.run(subject, criteria, parameters, terms, book);
  }

  private Criteria criteria(OrderLine line, String unit, BigDecimal quantity) {
    return criteria(unit, quantity, line.dimensions());
  }

  private Criteria criteria(String unit, BigDecimal quantity, Map<Dimension, String> dimensions) {
    return new Criteria(
        order.priceDate(parameters.dateType()),
        order.currency(),
        "",
        unit,
        quantity,
        dimensions,
        counted,
        parameters.switches().toQuantity());
  }
}
