package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules read aloud, sentence by sentence and without any thought for speed: every agreement is
 * looked at for every question. Shares nothing with the engine but the facts.
 */
final class ReadAloud {

  record Line(
      BigDecimal price,
      BigDecimal priceUnit,
      String source,
      BigDecimal[] own,
      BigDecimal[] multiline,
      BigDecimal charges,
      BigDecimal amount) {}

  record Result(List<Line> lines, BigDecimal base, BigDecimal totalDiscount, BigDecimal net) {}

  /** A price row as the line would have it. */
  private record Offer(TradeAgreement row, BigDecimal price, BigDecimal charges) {
    BigDecimal each() {
      return price.divide(row.terms().priceUnit(), DIGITS);
    }
  }

  private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final List<String> CODES = List.of("TABLE", "GROUP", "ALL");

  private final PriceParameters setUp;
  private final Switches how;
  private final SalesOrder order;
  private final Situation all;
  private final LocalDate day;

  ReadAloud(Situation situation) {
    all = situation;
    setUp = situation.parameters();
    how = setUp.switches();
    order = situation.order();
    LocalDate chosen = order.date();
    if (setUp.dateType() == DateType.REQUESTED_SHIP_DATE && order.shipDate() != null) {
      chosen = order.shipDate();
    }
    if (setUp.dateType() == DateType.REQUESTED_RECEIPT_DATE && order.receiptDate() != null) {
      chosen = order.receiptDate();
    }
    day = chosen;
  }

  Result result() {
    List<Line> lines = new ArrayList<>();
    BigDecimal net = ZERO;
    BigDecimal base = ZERO;
    for (OrderLine line : order.lines()) {
      Line priced = line(line);
      lines.add(priced);
      net = net.add(priced.amount);
      base = product(line).includedInTotalDiscount() ? base.add(priced.amount) : base;
    }
    BigDecimal[] total = {ZERO, ZERO};
    if (how.orderStage() == Switches.OrderStage.CALCULATED) {
      total = discount(Relation.TOTAL_DISCOUNT, "", "", Set.of("ALL"), "", base, Map.of());
    }
    BigDecimal discount = rounded(base.subtract(after(base, total)), setUp.amountPrecision());
    return new Result(lines, base, discount, net.subtract(discount));
  }

  private Line line(OrderLine line) {
    ReleasedProduct product = product(line);
    BigDecimal[] own =
        discount(
            Relation.LINE_DISCOUNT,
            line.itemNumber(),
            product.lineDiscountGroup(),
            Set.of("TABLE", "GROUP", "ALL"),
            line.unit(),
            line.quantity(),
            line.dimensions());
    BigDecimal[] multiline = {ZERO, ZERO};
    if (how.orderStage() == Switches.OrderStage.CALCULATED) {
      multiline = multiline(line, product.multilineDiscountGroup());
    }
    Offer offer = offer(line, product);
    BigDecimal price = offer == null ? basePrice(line, product) : offer.price;
    BigDecimal unit = offer == null ? product.priceUnit() : offer.row.terms().priceUnit();
    BigDecimal charges = offer == null ? ZERO : offer.charges;
    BigDecimal each = after(price, together(own, multiline));
    BigDecimal exact = each.multiply(line.quantity()).divide(unit, DIGITS).add(charges);
    return new Line(
        price,
        unit,
        offer == null ? "base" : offer.row.id(),
        own,
        multiline,
        charges,
        rounded(exact, setUp.amountPrecision()));
  }

  /** D3: amount first, then percent, or the other way round. */
  private BigDecimal after(BigDecimal amount, BigDecimal[] discount) {
    BigDecimal part = BigDecimal.ONE.subtract(discount[0].divide(HUNDRED));
    return how.amountAndPercent() == Switches.AmountAndPercent.AMOUNT_FIRST
        ? amount.subtract(discount[1]).multiply(part)
        : amount.multiply(part).subtract(discount[1]);
  }

  /** D4. */
  private BigDecimal[] together(BigDecimal[] own, BigDecimal[] multiline) {
    boolean ownIsNone = own[0].signum() == 0 && own[1].signum() == 0;
    boolean multilineIsNone = multiline[0].signum() == 0 && multiline[1].signum() == 0;
    if (how.soleDiscount() == Switches.SoleDiscount.GIVEN && (ownIsNone || multilineIsNone)) {
      return ownIsNone ? multiline : own;
    }
    BigDecimal[] both = new BigDecimal[2];
    for (int i = 0; i < 2; i++) {
      BigDecimal sum = own[i].add(multiline[i]);
      both[i] =
          switch (setUp.lineMultiline()) {
            case LINE -> own[i];
            case MULTILINE -> multiline[i];
            case MAX -> own[i].compareTo(multiline[i]) > 0 ? own[i] : multiline[i];
            case MIN -> own[i].compareTo(multiline[i]) < 0 ? own[i] : multiline[i];
            case LINE_PLUS_MULTILINE -> sum;
            case LINE_TIMES_MULTILINE -> i == 1 ? sum : chained(own[0], multiline[0]);
          };
    }
    return both;
  }

  private static BigDecimal chained(BigDecimal first, BigDecimal second) {
    BigDecimal left = HUNDRED.subtract(first).multiply(HUNDRED.subtract(second)).divide(HUNDRED);
    return HUNDRED.subtract(left);
  }

  /** M1. */
  private BigDecimal[] multiline(OrderLine line, String group) {
    BigDecimal sum = ZERO;
    for (OrderLine other : order.lines()) {
      boolean sameUnit = other.unit().equals(line.unit());
      if (product(other).multilineDiscountGroup().equals(group)
          && (sameUnit || how.multilineUnits() == Switches.MultilineUnits.ADDED)) {
        sum = sum.add(other.quantity());
      }
    }
    Set<String> codes =
        group.isEmpty()
            ? Set.of("ALL")
            : how.groupedLines() == Switches.GroupedLines.GROUP_ROWS
                ? Set.of("GROUP")
                : Set.of("GROUP", "ALL");
    return discount(
        Relation.MULTILINE_DISCOUNT, "", group, codes, line.unit(), sum, line.dimensions());
  }

  /** D1, D2: percent and amount. */
  private BigDecimal[] discount(
      Relation relation,
      String item,
      String group,
      Set<String> codes,
      String unit,
      BigDecimal quantity,
      Map<Dimension, String> dimensions) {
    BigDecimal[] found = {ZERO, ZERO};
    List<String> currencies =
        how.discountCurrency() == Switches.DiscountCurrency.ORDER
            ? List.of(order.currency())
            : List.of(order.currency(), setUp.accountingCurrency());
    for (String currency : currencies) {
      BigDecimal percent1 = ZERO;
      BigDecimal percent2 = ZERO;
      BigDecimal amount = ZERO;
      boolean goesOn = true;
      for (List<TradeAgreement> rows : combinations(relation, item, group, codes)) {
        boolean hit = false;
        boolean ends = false;
        for (TradeAgreement row : rows) {
          if (goesOn && row.currency().equals(currency) && holds(row, unit, quantity, dimensions)) {
            percent1 = percent1.add(row.terms().percent1());
            percent2 = percent2.add(row.terms().percent2());
            amount = amount.add(row.terms().amount());
            hit = true;
            ends = ends || !row.findNext();
          }
        }
        boolean firstOnly = how.discountSum() == Switches.DiscountSum.FIRST_COMBINATION;
        goesOn = goesOn && !ends && !(hit && firstOnly);
      }
      if (found[0].signum() == 0 && found[1].signum() == 0) {
        found = new BigDecimal[] {chained(percent1, percent2), inOrderCurrency(amount, currency)};
      }
    }
    return found;
  }

  private BigDecimal inOrderCurrency(BigDecimal amount, String currency) {
    return currency.equals(order.currency())
        ? amount
        : rounded(exchanged(amount, currency), setUp.amountPrecision());
  }

  private BigDecimal exchanged(BigDecimal amount, String currency) {
    return switch (currency + order.currency()) {
      case "EURUSD" -> amount.multiply(new BigDecimal("1.1"));
      case "CHFEUR" -> amount.multiply(new BigDecimal("1.07"));
      case "CHFUSD" -> amount.multiply(new BigDecimal("1.177"));
      default -> amount;
    };
  }

  /** P1. */
  private BigDecimal basePrice(OrderLine line, ReleasedProduct product) {
    BigDecimal price = product.salesPrice();
    BigDecimal inUnit =
        how.basePriceUnit() == Switches.BasePriceUnit.AS_IS
            ? price
            : price.multiply(salesUnits(line, product));
    return asComputed(price, exchanged(inUnit, setUp.accountingCurrency()));
  }

  private static BigDecimal salesUnits(OrderLine line, ReleasedProduct product) {
    return line.unit().equals(product.salesUnit())
        ? BigDecimal.ONE
        : Objects.requireNonNull(product.unitFactors().get(line.unit()));
  }

  private BigDecimal asComputed(BigDecimal agreed, BigDecimal computed) {
    return computed.compareTo(agreed) == 0 ? agreed : rounded(computed, setUp.pricePrecision());
  }

  /** P8, P9: which searches there are, one after the other until one finds a price. */
  private @Nullable Offer offer(OrderLine line, ReleasedProduct product) {
    String currency = setUp.genericCurrency();
    boolean generic = !currency.isEmpty() && !currency.equals(order.currency());
    Offer found = null;
    for (boolean inSalesUnit : List.of(false, true)) {
      boolean tried = inSalesUnit && how.unitFallback() == Switches.UnitFallback.NONE;
      if (tried || (inSalesUnit && line.unit().equals(product.salesUnit()))) {
        continue;
      }
      boolean competes =
          generic && how.genericCurrencyPrices() == Switches.GenericCurrencyPrices.COMPETES;
      boolean falls =
          generic && how.genericCurrencyPrices() == Switches.GenericCurrencyPrices.FALLBACK;
      found = found == null ? lowest(line, product, inSalesUnit, true, competes) : found;
      found = found == null && falls ? lowest(line, product, inSalesUnit, false, true) : found;
    }
    return found;
  }

  /** P3 to P5, P11, P15. */
  private @Nullable Offer lowest(
      OrderLine line, ReleasedProduct product, boolean inSalesUnit, boolean own, boolean generic) {
    BigDecimal factor = inSalesUnit ? salesUnits(line, product) : BigDecimal.ONE;
    BigDecimal quantity = line.quantity().multiply(factor);
    String unit = inSalesUnit ? product.salesUnit() : line.unit();
    Offer best = null;
    for (List<TradeAgreement> rows :
        combinations(Relation.PRICE, line.itemNumber(), "", Set.of("TABLE"))) {
      List<Offer> valid = new ArrayList<>();
      for (TradeAgreement row : rows) {
        boolean inOrders = own && row.currency().equals(order.currency());
        boolean inGeneric =
            generic
                && row.includesGenericCurrency()
                && row.currency().equals(setUp.genericCurrency());
        if ((inOrders || inGeneric) && holds(row, unit, quantity, line.dimensions())) {
          valid.add(asOffer(row, quantity, factor));
        }
      }
      List<Offer> specific = mostSpecific(valid);
      specific.sort(rowOrder());
      for (Offer offer : specific) {
        boolean zero = offer.price.signum() == 0;
        boolean counts = !zero || how.zeroPrice() == Switches.ZeroPrice.PRICE;
        if (counts && (best == null || offer.each().compareTo(best.each()) < 0)) {
          best = offer;
        }
        boolean decides =
            how.rowOrder() != Switches.RowOrder.CHEAPEST_DECIDES
                || offer.equals(specific.getFirst());
        if (!offer.row.findNext() && decides) {
          return best;
        }
      }
    }
    return best;
  }

  private List<Offer> mostSpecific(List<Offer> valid) {
    int most = 0;
    for (Offer offer : valid) {
      most = Math.max(most, offer.row.dimensions().size());
    }
    List<Offer> specific = new ArrayList<>();
    for (Offer offer : valid) {
      int filled = offer.row.dimensions().size();
      boolean stays =
          switch (how.dimensionOrder()) {
            case TOGETHER -> true;
            case DIMENSIONED_FIRST -> most == 0 || filled > 0;
            case MOST_SPECIFIC_FIRST -> filled == most;
          };
      if (stays) {
        specific.add(offer);
      }
    }
    return specific;
  }

  private Comparator<Offer> rowOrder() {
    Comparator<Offer> byRecord = Comparator.comparing(o -> Integer.valueOf(o.row.id()));
    if (how.rowOrder() == Switches.RowOrder.RECORD_ORDER) {
      return byRecord;
    }
    return Comparator.comparing(Offer::each)
        .thenComparing(o -> o.row.range().from())
        .thenComparing(o -> o.row.range().to())
        .thenComparing(
            o -> o.row.validity().from() == null ? LocalDate.MIN : o.row.validity().from())
        .thenComparing(byRecord);
  }

  /** P10: charges on the line, or in the price. */
  private Offer asOffer(TradeAgreement row, BigDecimal quantity, BigDecimal factor) {
    AgreementTerms terms = row.terms();
    BigDecimal price = terms.amount();
    if (terms.chargesInUnitPrice() && quantity.signum() != 0) {
      BigDecimal charges = terms.charges().multiply(terms.priceUnit());
      price =
          price.add(
              how.unitCharges() == Switches.UnitCharges.PER_UNIT
                  ? charges
                  : charges.divide(quantity.abs(), DIGITS));
    }
    BigDecimal fixed = terms.chargesInUnitPrice() ? ZERO : terms.charges();
    return new Offer(
        row,
        asComputed(terms.amount(), exchanged(price.multiply(factor), row.currency())),
        inOrderCurrency(fixed, row.currency()));
  }

  /** P6, P7, P9, P11. */
  private boolean holds(
      TradeAgreement row, String unit, BigDecimal quantity, Map<Dimension, String> dimensions) {
    LocalDate from = row.validity().from();
    LocalDate to = row.validity().to();
    boolean inTime = (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    boolean inUnit = unit.isEmpty() || row.unit().isEmpty() || row.unit().equals(unit);
    BigDecimal upTo = row.range().to();
    BigDecimal size = quantity.abs();
    boolean below =
        upTo.signum() == 0
            || size.compareTo(upTo) < 0
            || (how.toQuantity() == Switches.ToQuantity.INCLUSIVE && size.compareTo(upTo) == 0);
    boolean there = true;
    for (Map.Entry<Dimension, String> needs : row.dimensions().entrySet()) {
      boolean counts =
          needs.getKey() == Dimension.COLOR || setUp.priceDimensions().contains(needs.getKey());
      there = there && counts && needs.getValue().equals(dimensions.get(needs.getKey()));
    }
    return inTime && inUnit && below && there && size.compareTo(row.range().from()) >= 0;
  }

  /** P2, P3: all rows of each activated combination, customer first, product first. */
  private List<List<TradeAgreement>> combinations(
      Relation relation, String item, String itemGroup, Set<String> itemCodes) {
    String group =
        switch (relation) {
          case PRICE -> order.customer().priceGroup();
          case LINE_DISCOUNT -> order.customer().lineDiscountGroup();
          case MULTILINE_DISCOUNT -> order.customer().multilineDiscountGroup();
          case TOTAL_DISCOUNT -> order.customer().totalDiscountGroup();
        };
    List<List<TradeAgreement>> combinations = new ArrayList<>();
    for (String accountCode : CODES) {
      for (String itemCode : CODES) {
        List<TradeAgreement> rows = new ArrayList<>();
        for (TradeAgreement row : all.agreements()) {
          if (row.relation() == relation
              && itemCodes.contains(itemCode)
              && is(row.account(), accountCode, order.customer().account(), group)
              && is(row.item(), itemCode, item, itemGroup)
              && isActivated(row)) {
            rows.add(row);
          }
        }
        combinations.add(rows);
      }
    }
    return combinations;
  }

  private boolean isActivated(TradeAgreement row) {
    return setUp.activated().stream()
        .anyMatch(
            a ->
                a.relation() == row.relation()
                    && a.combination().accountCode() == row.account().code()
                    && a.combination().itemCode() == row.item().code());
  }

  private static boolean is(Assignment assignment, String code, String one, String group) {
    return assignment.code().name().equals(code)
        && switch (assignment.code()) {
          case TABLE -> assignment.relation().equals(one);
          case GROUP -> assignment.relation().equals(group);
          case ALL -> true;
        };
  }

  private ReleasedProduct product(OrderLine line) {
    for (ReleasedProduct product : all.products()) {
      if (product.itemNumber().equals(line.itemNumber())) {
        return product;
      }
    }
    throw new AssertionError(line.itemNumber());
  }

  private static BigDecimal rounded(BigDecimal value, BigDecimal precision) {
    return value.divide(precision, 0, RoundingMode.HALF_UP).multiply(precision);
  }
}
