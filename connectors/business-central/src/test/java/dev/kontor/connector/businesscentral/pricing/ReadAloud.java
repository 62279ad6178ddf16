package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * pricing.md read aloud, sentence by sentence and without any thought for speed: every line of the
 * price lists is looked at for every question. Shares nothing with the engine but the facts.
 */
final class ReadAloud {

  record Result(
      BigDecimal unitPrice,
      BigDecimal discount,
      boolean allowLineDiscount,
      boolean allowInvoiceDiscount,
      BigDecimal discountAmount,
      BigDecimal lineAmount) {}

  /** A line in its search with the price the document would have, for discounts the percentage. */
  private record Running(PriceListLine line, BigDecimal price, BigDecimal ranked) {}

  private static final MathContext AL_DIGITS = new MathContext(28, RoundingMode.HALF_UP);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private static final Set<SourceType> CARRY_PRICES =
      Set.of(
          SourceType.ALL_CUSTOMERS,
          SourceType.CUSTOMER,
          SourceType.CUSTOMER_PRICE_GROUP,
          SourceType.CAMPAIGN,
          SourceType.CONTACT);

  private static final Set<SourceType> CARRY_DISCOUNTS =
      Set.of(
          SourceType.ALL_CUSTOMERS,
          SourceType.CUSTOMER,
          SourceType.CUSTOMER_DISCOUNT_GROUP,
          SourceType.CAMPAIGN,
          SourceType.CONTACT);

  private final boolean legacy;
  private final PriceQuestion sale;
  private final ItemCard card;
  private final List<PriceListLine> everyLine;

  ReadAloud(Situation situation) {
    legacy = situation.model() == PriceModel.V15;
    sale = situation.question();
    card = situation.card();
    everyLine = situation.lines();
  }

  Result result() {
    // 9. Discount search first: keep the highest Line Discount % among qualifying candidates.
    Running discount = null;
    for (PriceListLine line : qualifying(candidates(AmountType.DISCOUNT))) {
      Running next = new Running(line, line.lineDiscountPercent(), line.lineDiscountPercent());
      BigDecimal highest = discount == null ? BigDecimal.ZERO : discount.ranked;
      if (takesOver(next, discount, next.ranked.compareTo(highest) > 0)) {
        discount = next;
      }
    }
    BigDecimal found = discount == null ? BigDecimal.ZERO : discount.ranked;
    // 10. Price search: rank by Unit Price x (1 - d/100). Lowest wins; first wins ties.
    List<PriceListLine> prices = candidates(AmountType.PRICE);
    Running price = null;
    for (PriceListLine line : qualifying(prices)) {
      // V15, CalcLineAmount: the flag of the price alone
      boolean allowed = line.allowLineDiscount() && (legacy || sale.audience().allowLineDiscount());
      BigDecimal unitPrice = converted(line);
      BigDecimal d = allowed ? found : BigDecimal.ZERO;
      BigDecimal ranked =
          unitPrice.multiply(BigDecimal.ONE.subtract(d.divide(HUNDRED, AL_DIGITS)), AL_DIGITS);
      Running next = new Running(line, unitPrice, ranked);
      boolean noneYet = price == null || (legacy && price.price.signum() == 0);
      if (takesOver(next, price, noneYet || ranked.compareTo(lowest(price)) < 0)) {
        price = next;
      }
    }
    return outcome(prices, price, found);
  }

  private static BigDecimal lowest(@Nullable Running best) {
    return best == null ? BigDecimal.ZERO : best.ranked;
  }

  /** 12. Fallback, 13. Result. */
  private Result outcome(List<PriceListLine> prices, @Nullable Running price, BigDecimal found) {
    if (price != null) {
      return amounts(
          price.price, found, price.line.allowLineDiscount(), price.line.allowInvoiceDiscount());
    }
    boolean customersFlag = sale.audience().allowLineDiscount();
    if (prices.isEmpty()
        && sale.prior() instanceof PriorPrice.OnLine line
        && Set.of(PriorPrice.Field.QUANTITY, PriorPrice.Field.VARIANT).contains(line.changed())) {
      return amounts(line.unitPrice(), found, customersFlag, card.allowInvoiceDiscount());
    }
    BigDecimal fromCard =
        converted(card.unitPrice(), card.priceIncludesVat(), card.vatBusinessGroup(), "", "");
    return amounts(fromCard, found, customersFlag, card.allowInvoiceDiscount());
  }

  /** 14. Amounts; if the flag ends as No, the discount found is set to 0. */
  private Result amounts(
      BigDecimal unitPrice, BigDecimal found, boolean allowLine, boolean allowInvoice) {
    BigDecimal percent = allowLine ? found : BigDecimal.ZERO;
    BigDecimal precision = sale.rounding().amount();
    BigDecimal gross = rounded(sale.quantity().multiply(unitPrice), precision);
    BigDecimal off = rounded(gross.multiply(percent).divide(HUNDRED, AL_DIGITS), precision);
    return new Result(unitPrice, percent, allowLine, allowInvoice, off, gross.subtract(off));
  }

  private static BigDecimal rounded(BigDecimal value, BigDecimal precision) {
    return value.divide(precision, 0, RoundingMode.HALF_UP).multiply(precision);
  }

  /** 11. The guard; V15: any gain in currency OR variant replaces the best even if it loses. */
  private boolean takesOver(Running next, @Nullable Running best, boolean amountIsBetter) {
    String bestCurrency = best == null ? "" : best.line.currencyCode();
    String bestVariant = best == null ? "" : best.line.variantCode();
    boolean improves =
        (bestCurrency.isEmpty() && !next.line.currencyCode().isEmpty())
            || (bestVariant.isEmpty() && !next.line.variantCode().isEmpty());
    boolean degrades =
        (!bestCurrency.isEmpty() && next.line.currencyCode().isEmpty())
            || (!bestVariant.isEmpty() && next.line.variantCode().isEmpty());
    if (improves && (!degrades || legacy)) {
      return true;
    }
    if (degrades && !improves) {
      return false;
    }
    return amountIsBetter;
  }

  /** 7. Minimum quantity. */
  private List<PriceListLine> qualifying(List<PriceListLine> candidates) {
    List<PriceListLine> qualifying = new ArrayList<>();
    for (PriceListLine line : candidates) {
      BigDecimal quantity = sale.quantity().abs();
      if (line.unitOfMeasureCode().equals("")) {
        quantity = quantity.multiply(sale.quantityPerUnit());
      }
      if (quantity.compareTo(line.minimumQuantity()) >= 0) {
        qualifying.add(line);
      }
    }
    return qualifying;
  }

  /** 4. Candidate filter, 5. all-items lines, 6. all sources compete, in key order. */
  private List<PriceListLine> candidates(AmountType wanted) {
    List<PriceListLine> candidates = new ArrayList<>();
    for (PriceListLine line : everyLine) {
      if (passes(line, wanted) && isOfItem(line)) {
        candidates.add(line);
      }
    }
    List<PriceListLine> ofItem = List.copyOf(candidates);
    for (PriceListLine line : everyLine) {
      boolean sourceHasOwn = ofItem.stream().anyMatch(l -> l.source().equals(line.source()));
      if (!legacy && passes(line, wanted) && isOfAllItems(line) && !sourceHasOwn) {
        candidates.add(line);
      }
    }
    candidates.sort(legacy ? legacyKey() : listAndLine());
    return candidates;
  }

  private static Comparator<PriceListLine> listAndLine() {
    return Comparator.comparing((PriceListLine l) -> l.key().priceListCode())
        .thenComparingInt(l -> l.key().lineNo());
  }

  /** Key1 of tables 7002 and 7004; options in the order of their declaration. */
  private static Comparator<PriceListLine> legacyKey() {
    List<SourceType> options =
        List.of(
            SourceType.CUSTOMER,
            SourceType.CUSTOMER_PRICE_GROUP,
            SourceType.CUSTOMER_DISCOUNT_GROUP,
            SourceType.ALL_CUSTOMERS,
            SourceType.CAMPAIGN);
    return Comparator.comparing((PriceListLine l) -> l.asset().type() != AssetType.ITEM)
        .thenComparingInt(l -> options.indexOf(l.source().type()))
        .thenComparing(l -> l.source().no())
        .thenComparing(l -> l.period().start() == null ? LocalDate.MIN : l.period().start())
        .thenComparing(l -> l.currencyCode())
        .thenComparing(l -> l.variantCode())
        .thenComparing(l -> l.unitOfMeasureCode())
        .thenComparing(l -> l.minimumQuantity())
        .thenComparing(listAndLine());
  }

  private boolean passes(PriceListLine line, AmountType wanted) {
    LocalDate start = line.period().start();
    LocalDate end = line.period().end();
    Set<SourceType> carriers = wanted == AmountType.PRICE ? CARRY_PRICES : CARRY_DISCOUNTS;
    return line.status() == PriceStatus.ACTIVE
        && Set.of(wanted, AmountType.PRICE_AND_DISCOUNT).contains(line.amountType())
        && (start == null || start.compareTo(sale.date()) <= 0)
        && (end == null || end.compareTo(sale.date()) >= 0)
        && (line.currencyCode().equals("") || line.currencyCode().equals(sale.currencyCode()))
        && (line.unitOfMeasureCode().equals("")
            || line.unitOfMeasureCode().equals(sale.unitOfMeasureCode()))
        && (line.variantCode().equals("") || line.variantCode().equals(sale.variantCode()))
        && carriers.contains(line.source().type())
        && isSource(line.source());
  }

  private boolean isOfItem(PriceListLine line) {
    return switch (line.asset().type()) {
      case ITEM -> line.asset().no().equals(sale.itemNo());
      case ITEM_DISCOUNT_GROUP ->
          !card.itemDiscountGroup().equals("")
              && line.asset().no().equals(card.itemDiscountGroup());
      case RESOURCE, RESOURCE_GROUP, GL_ACCOUNT, ALL -> false;
    };
  }

  private static boolean isOfAllItems(PriceListLine line) {
    return line.asset().type() == AssetType.ITEM && line.asset().no().equals("");
  }

  /** 1. Inputs, 3. campaigns; V15: contact only finds campaigns, the header's is not passed on. */
  private boolean isSource(PriceSource source) {
    Audience to = sale.audience();
    return switch (source.type()) {
      case ALL_CUSTOMERS -> true;
      case CUSTOMER -> source.no().equals(to.customerNo());
      case CUSTOMER_PRICE_GROUP -> source.no().equals(to.priceGroup());
      case CUSTOMER_DISCOUNT_GROUP -> source.no().equals(to.discountGroup());
      case CONTACT -> !legacy && source.no().equals(to.contactNo());
      case CAMPAIGN -> {
        if (!legacy && !sale.campaign().equals("")) {
          yield source.no().equals(sale.campaign());
        }
        List<String> activated =
            to.campaigns().isEmpty() ? to.contactCompanyCampaigns() : to.campaigns();
        yield activated.contains(source.no());
      }
    };
  }

  private BigDecimal converted(PriceListLine line) {
    return converted(
        line.unitPrice(),
        line.priceIncludesVat(),
        line.vatBusinessGroup(),
        line.unitOfMeasureCode(),
        line.currencyCode());
  }

  /** 8. Conversion, in this order, then one rounding; a price of 0 skips conversion. */
  private BigDecimal converted(
      BigDecimal price, boolean including, String vatGroup, String unit, String currency) {
    if (price.signum() == 0) {
      return price;
    }
    boolean reverse = sale.calculation() == TaxCalculation.REVERSE_CHARGE_VAT;
    BigDecimal amount = price;
    BigDecimal ofLine = contained(vatGroup);
    BigDecimal ofDocument = sale.vatPercent();
    if (including && (!sale.pricesIncludeVat() || reverse)) {
      amount = amount.divide(onePlus(ofLine), AL_DIGITS);
    } else if (including && ofLine.compareTo(ofDocument) != 0) {
      amount =
          amount
              .multiply(HUNDRED.add(ofDocument), AL_DIGITS)
              .divide(HUNDRED.add(ofLine), AL_DIGITS);
    } else if (!including && sale.pricesIncludeVat() && !reverse) {
      amount = amount.multiply(onePlus(ofDocument), AL_DIGITS);
    }
    if (unit.equals("")) {
      amount = amount.multiply(sale.quantityPerUnit(), AL_DIGITS);
    }
    if (!sale.currencyCode().equals("") && currency.equals("")) {
      amount = amount.multiply(sale.currencyFactor(), AL_DIGITS);
    }
    return rounded(amount, sale.rounding().unitAmount());
  }

  private static BigDecimal onePlus(BigDecimal percent) {
    return BigDecimal.ONE.add(percent.divide(HUNDRED, AL_DIGITS));
  }

  /** A price VAT setup that is itself reverse charge counts 0 %. */
  private static BigDecimal contained(String vatGroup) {
    return switch (vatGroup) {
      case "DOM" -> new BigDecimal(25);
      case "DEU" -> new BigDecimal(19);
      case "FULL" -> new BigDecimal(7);
      default -> BigDecimal.ZERO;
    };
  }
}
