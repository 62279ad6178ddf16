package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;

/** Random price lists and sales lines of a world so small that lines meet, tie and cross. */
final class RandomPricing {

  static final LocalDate DAY = LocalDate.parse("2026-03-15");

  static final List<VatPostingSetup> VAT =
      List.of(
          new VatPostingSetup("DOM", "GOODS", new BigDecimal("25"), TaxCalculation.NORMAL_VAT),
          new VatPostingSetup("DEU", "GOODS", new BigDecimal("19"), TaxCalculation.NORMAL_VAT),
          new VatPostingSetup("FULL", "GOODS", new BigDecimal("7"), TaxCalculation.FULL_VAT),
          new VatPostingSetup(
              "REV", "GOODS", new BigDecimal("19"), TaxCalculation.REVERSE_CHARGE_VAT));

  private final Random random;

  private RandomPricing(Random random) {
    this.random = random;
  }

  static Arbitrary<Situation> situations() {
    return Combinators.combine(
            Arbitraries.of(PriceModel.V16, PriceModel.V15),
            Arbitraries.randomValue(r -> new RandomPricing(r).question()),
            Arbitraries.randomValue(r -> new RandomPricing(r).card()),
            Arbitraries.randomValue(r -> new RandomPricing(r).line())
                .list()
                .ofMaxSize(14)
                .withSizeDistribution(RandomDistribution.uniform()))
        .as((model, question, card, lines) -> new Situation(model, question, card, keyed(lines)));
  }

  /** No two lines share a key; lists and numbers are not in the order of the lines. */
  private static List<PriceListLine> keyed(List<PriceListLine> lines) {
    List<PriceListLine> keyed = new ArrayList<>();
    for (PriceListLine line : lines) {
      keyed.add(at(line, line.key().lineNo() * 100 + keyed.size()));
    }
    return keyed;
  }

  private static PriceListLine at(PriceListLine line, int no) {
    return new PriceListLine(
        new PriceListKey(line.key().priceListCode(), no),
        line.source(),
        line.asset(),
        line.variantCode(),
        line.currencyCode(),
        line.unitOfMeasureCode(),
        line.minimumQuantity(),
        line.period(),
        line.amountType(),
        line.unitPrice(),
        line.lineDiscountPercent(),
        line.allowLineDiscount(),
        line.allowInvoiceDiscount(),
        line.priceIncludesVat(),
        line.vatBusinessGroup(),
        line.status());
  }

  private PriceListLine line() {
    PriceAsset asset = asset();
    boolean ofItem = asset.equals(PriceAsset.item("1000"));
    return new PriceListLine(
        new PriceListKey(one("A", "B", "C"), random.nextInt(9)),
        source(),
        asset,
        ofItem ? one("", "", "RED", "RED", "BLUE") : "",
        one("", "", "", "EUR", "EUR", "EUR", "USD"),
        one("", "", "", "", "PCS", "CRATE"),
        number("0", "0", "0", "1", "2", "2.5", "10", "12", "24"),
        new Period(day(), day()),
        one(
            AmountType.PRICE,
            AmountType.PRICE,
            AmountType.DISCOUNT,
            AmountType.DISCOUNT,
            AmountType.PRICE_AND_DISCOUNT),
        number("0", "0.00123", "9.99", "10", "80", "90", "95", "95", "100", "125"),
        number("0", "5", "10", "10", "12.5", "33.33333", "100"),
        random.nextInt(3) > 0,
        random.nextInt(4) > 0,
        random.nextInt(4) == 0,
        one("DOM", "DOM", "DEU", "FULL", "REV"),
        one(
            PriceStatus.ACTIVE,
            PriceStatus.ACTIVE,
            PriceStatus.ACTIVE,
            PriceStatus.ACTIVE,
            PriceStatus.ACTIVE,
            PriceStatus.ACTIVE,
            PriceStatus.ACTIVE,
            PriceStatus.ACTIVE,
            PriceStatus.DRAFT,
            PriceStatus.INACTIVE));
  }

  private PriceAsset asset() {
    return switch (random.nextInt(12)) {
      case 0 -> one(PriceAsset.item("2000"), new PriceAsset(AssetType.ALL, ""));
      case 1 -> PriceAsset.itemDiscountGroup(one("FURN", "FURN", "CHAIRS"));
      case 2 -> PriceAsset.item("");
      default -> PriceAsset.item("1000");
    };
  }

  private PriceSource source() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> PriceSource.ALL_CUSTOMERS;
      case 3, 4 -> new PriceSource(SourceType.CUSTOMER, one("C1", "C1", "C1", "C2"));
      case 5 -> new PriceSource(SourceType.CUSTOMER_PRICE_GROUP, one("WHOLE", "WHOLE", "RETAIL"));
      case 6 -> new PriceSource(SourceType.CUSTOMER_DISCOUNT_GROUP, one("LARGE", "SMALL"));
      case 7 -> new PriceSource(SourceType.CAMPAIGN, one("SPRING", "SUMMER", "FAIR"));
      default -> new PriceSource(SourceType.CONTACT, one("CT1", "CT1", "CT2"));
    };
  }

  private ItemCard card() {
    return new ItemCard(
        "1000",
        number("100", "0", "19.99"),
        random.nextInt(4) == 0,
        one("DOM", "DEU", "REV"),
        one("", "FURN", "FURN"),
        random.nextBoolean());
  }

  private PriceQuestion question() {
    boolean local = random.nextInt(5) < 2;
    String unit = one("PCS", "PCS", "CRATE", "BOX");
    return new PriceQuestion(
        audience(),
        one("", "", "SUMMER"),
        "1000",
        one("", "RED", "RED", "RED"),
        unit,
        number("1", "2", "0.5", "7", "9", "10", "12", "24", "-3", "0", "0.83333"),
        new BigDecimal(unit.equals("PCS") ? "1" : unit.equals("CRATE") ? "12" : "2.5"),
        local ? "" : "EUR",
        local ? BigDecimal.ONE : number("0.5", "0.333333", "11.1873", "1"),
        DAY,
        random.nextBoolean(),
        number("25", "25", "19", "0"),
        one(
            TaxCalculation.NORMAL_VAT,
            TaxCalculation.NORMAL_VAT,
            TaxCalculation.FULL_VAT,
            TaxCalculation.SALES_TAX,
            TaxCalculation.REVERSE_CHARGE_VAT),
        "GOODS",
        prior(),
        rounding());
  }

  private Audience audience() {
    return new Audience(
        one("C1", "C1", "C1", ""),
        one("CT1", ""),
        one("WHOLE", "WHOLE", "WHOLE", ""),
        one("LARGE", "LARGE", ""),
        random.nextInt(4) > 0,
        random.nextBoolean() ? List.of() : List.of("SPRING", "SUMMER"),
        random.nextBoolean() ? List.of() : List.of("FAIR"));
  }

  private PriorPrice prior() {
    return random.nextInt(5) > 0
        ? new PriorPrice.None()
        : new PriorPrice.OnLine(new BigDecimal("77"), one(PriorPrice.Field.values()));
  }

  private RoundingTerms rounding() {
    return switch (random.nextInt(6)) {
      case 0 -> new RoundingTerms(new BigDecimal("1"), new BigDecimal("0.01"));
      case 1 -> new RoundingTerms(new BigDecimal("0.05"), new BigDecimal("0.001"));
      case 2 -> new RoundingTerms(new BigDecimal("0.001"), new BigDecimal("0.05"));
      default -> RoundingTerms.DEFAULT;
    };
  }

  private @Nullable LocalDate day() {
    return random.nextInt(4) > 0 ? null : DAY.plusDays(random.nextInt(9) - 4);
  }

  private BigDecimal number(String... values) {
    return new BigDecimal(one(values));
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
