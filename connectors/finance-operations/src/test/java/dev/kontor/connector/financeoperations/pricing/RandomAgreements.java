package dev.kontor.connector.financeoperations.pricing;

import static dev.kontor.connector.financeoperations.pricing.TableGroupAll.GROUP;
import static dev.kontor.connector.financeoperations.pricing.TableGroupAll.TABLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Random agreements and orders of a world so small that rows meet, tie and cross. */
final class RandomAgreements {

  static final LocalDate DAY = LocalDate.parse("2026-03-15");

  private final Random random;

  private RandomAgreements(Random random) {
    this.random = random;
  }

  static Arbitrary<Situation> situations() {
    return Arbitraries.randomValue(random -> new RandomAgreements(random).situation());
  }

  private Situation situation() {
    SalesOrder order = order();
    List<TradeAgreement> agreements = new ArrayList<>();
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      agreements.add(agreement(String.valueOf(random.nextInt(9) * 100 + i), order.currency()));
    }
    return new Situation(
        parameters(),
        order,
        List.of(
            product("A", "IL1", "IM1"), product("B", "IL1", one("IM1", "")), product("C", "", "")),
        agreements);
  }

  private ReleasedProduct product(String item, String lineGroup, String multilineGroup) {
    return new ReleasedProduct(
        item,
        number("100", "50", "19.99", "0"),
        number("1", "1", "100"),
        one("pcs", "pcs", "box"),
        lineGroup,
        multilineGroup,
        random.nextInt(4) > 0,
        Map.of(
            "pcs", new BigDecimal("0.1"), "box", new BigDecimal("12"), "kg", number("3", "0.7")));
  }

  private SalesOrder order() {
    List<OrderLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      lines.add(
          new OrderLine(
              one("A", "A", "A", "B", "C"),
              number("1", "2", "5", "9", "10", "12", "0.5", "-3", "0", "7"),
              one("pcs", "pcs", "pcs", "pcs", "box", "kg"),
              dimensions(3)));
    }
    return new SalesOrder(
        new PricingCustomer(
            "C1", one("PG1", "PG1", ""), one("LG1", ""), one("MG1", ""), one("TG1", "")),
        one("EUR", "EUR", "USD"),
        DAY,
        day(),
        day(),
        lines);
  }

  private TradeAgreement agreement(String id, String currency) {
    Relation relation =
        one(
            Relation.PRICE,
            Relation.PRICE,
            Relation.PRICE,
            Relation.LINE_DISCOUNT,
            Relation.LINE_DISCOUNT,
            Relation.MULTILINE_DISCOUNT,
            Relation.TOTAL_DISCOUNT);
    return new TradeAgreement(
        id,
        relation,
        account(relation),
        item(relation),
        random.nextInt(2) == 0 ? dimensions(1) : Map.of(),
        random.nextInt(4) > 0 ? currency : one("EUR", "USD", "CHF"),
        random.nextBoolean(),
        one("pcs", "pcs", "", "", "box"),
        new QuantityRange(
            number("0", "0", "0", "0", "1", "5", "10"),
            number("0", "0", "0", "0", "9", "10", "500")),
        new Validity(day(), day()),
        random.nextInt(3) > 0,
        new AgreementTerms(
            relation == Relation.PRICE
                ? number("0", "9.99", "90", "90", "95", "95", "100", "0.001")
                : number("0", "0", "0", "1.5", "3", "0.333"),
            number("1", "1", "1", "10", "3"),
            number("0", "5", "10", "12.5", "33.3333"),
            number("0", "0", "1", "2.5", "60"),
            number("0", "0", "0", "20"),
            random.nextBoolean()));
  }

  private Assignment account(Relation relation) {
    String group = relation.name().charAt(0) + "G1";
    return one(
        new Assignment(TABLE, one("C1", "C1", "C1", "C2")),
        new Assignment(GROUP, one(group, group, group, "OTHER")),
        Assignment.ALL);
  }

  private Assignment item(Relation relation) {
    Assignment table = new Assignment(TABLE, one("A", "A", "A", "A", "B", "C"));
    return switch (relation) {
      case PRICE -> table;
      case LINE_DISCOUNT ->
          one(table, new Assignment(GROUP, one("IL1", "IL1", "IL2")), Assignment.ALL);
      case MULTILINE_DISCOUNT -> one(new Assignment(GROUP, "IM1"), Assignment.ALL);
      case TOTAL_DISCOUNT -> Assignment.ALL;
    };
  }

  /** Each of three, so often in four times. */
  private Map<Dimension, String> dimensions(int often) {
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    for (Dimension dimension : List.of(Dimension.COLOR, Dimension.SITE, Dimension.WAREHOUSE)) {
      if (random.nextInt(4) < often) {
        dimensions.put(dimension, one("1", "1", "1", "1", "2"));
      }
    }
    return dimensions;
  }

  private PriceParameters parameters() {
    Set<Activation> activated = new HashSet<>(Activation.all());
    activated.removeIf(a -> random.nextInt(12) == 0);
    return new PriceParameters(
        "EUR",
        one("", "EUR", "EUR", "CHF"),
        one(DateType.values()),
        one(LineMultiline.values()),
        activated,
        one(
            Set.of(),
            Set.of(Dimension.SITE),
            Set.of(Dimension.SITE, Dimension.WAREHOUSE),
            Set.of(Dimension.SITE, Dimension.WAREHOUSE)),
        new ExchangeRates(
            Map.of(
                "EURUSD", new BigDecimal("1.1"),
                "CHFEUR", new BigDecimal("1.07"),
                "CHFUSD", new BigDecimal("1.177"))),
        number("0.01", "0.01", "0.05", "1"),
        number("0.01", "0.000001"),
        random.nextInt(3) == 0 ? Switches.DEFAULT : switches());
  }

  private Switches switches() {
    return new Switches(
        one(Switches.RowOrder.values()),
        one(Switches.ZeroPrice.values()),
        one(Switches.ToQuantity.values()),
        one(Switches.GenericCurrencyPrices.values()),
        one(Switches.UnitFallback.values()),
        one(Switches.BasePriceUnit.values()),
        one(Switches.UnitCharges.values()),
        one(Switches.DimensionOrder.values()),
        one(Switches.DiscountSum.values()),
        one(Switches.DiscountCurrency.values()),
        one(Switches.AmountAndPercent.values()),
        one(Switches.SoleDiscount.values()),
        one(Switches.GroupedLines.values()),
        one(Switches.MultilineUnits.values()),
        random.nextInt(6) == 0 ? Switches.OrderStage.ENTERED : Switches.OrderStage.CALCULATED);
  }

  private @Nullable LocalDate day() {
    return random.nextInt(8) > 0 ? null : DAY.plusDays(random.nextInt(9) - 4);
  }

  private BigDecimal number(String... values) {
    return new BigDecimal(one(values));
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
