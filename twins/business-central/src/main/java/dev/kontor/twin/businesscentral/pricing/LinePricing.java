package dev.kontor.twin.businesscentral.pricing;

import dev.kontor.twin.businesscentral.master.ItemUnits;
import dev.kontor.twin.businesscentral.master.VatSetup;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Asks the price tables for one line of a stored document (pricing.md, rules 1 to 3). */
public final class LinePricing {
  private static final BigDecimal UNIT_PRECISION = new BigDecimal("0.00001");

  private final Records records;

  public LinePricing(Records records) {
    this.records = records;
  }

  /** The tables this company keeps its agreements in. */
  private Model model() {
    return records.setting("legacyPrices").asBoolean(false)
        ? Model.SALES_PRICES
        : Model.PRICE_LISTS;
  }

  /**
   * Price and discount of an item line.
   *
   * @param vat rate of the line
   */
  public Found of(ObjectNode header, ObjectNode line, ObjectNode item, VatRate vat) {
    String product = Records.text(item, "taxGroupCode");
    VatSetup setup = new VatSetup(records);
    PriceTables tables = new PriceTables(records, group -> setup.rate(group, product));
    boolean allowed = header.path("_allowLineDiscount").asBoolean(true);
    String number = Records.text(item, "number");
    String group = Records.text(item, "itemDiscountGroup");
    String unit = Records.text(line, "unitOfMeasureCode");
    ObjectNode currency =
        records.byId("currencies", Records.text(header, "currencyId")).orElse(null);
    Question question =
        new Question(
            date(header),
            currency == null ? "" : Records.text(currency, "code"),
            factor(currency),
            header.path("pricesIncludeTax").asBoolean(),
            vat,
            Records.number(line, "quantity"),
            unit,
            new ItemUnits(records).perUnit(number, unit).orElse(BigDecimal.ONE),
            number,
            records.codeOf("itemVariants", Records.text(line, "itemVariantId")),
            group,
            tables.card(item, allowed),
            allowed,
            sources(header),
            precision(currency));
    return new PriceSearch(model(), question, tables.of(model(), number, group)).find();
  }

  // Orders are priced as of their order date, which no API sets; other documents when posted.
  private static LocalDate date(ObjectNode header) {
    String orderDate = Records.text(header, "_orderDate");
    return LocalDate.parse(orderDate.isEmpty() ? Records.text(header, "postingDate") : orderDate);
  }

  private static BigDecimal factor(@org.jspecify.annotations.Nullable ObjectNode currency) {
    return currency != null && currency.has("_factor")
        ? Records.number(currency, "_factor")
        : BigDecimal.ONE;
  }

  private static BigDecimal precision(@org.jspecify.annotations.Nullable ObjectNode currency) {
    return currency != null && currency.has("_unitPrecision")
        ? Records.number(currency, "_unitPrecision")
        : UNIT_PRECISION;
  }

  private List<Source> sources(ObjectNode header) {
    List<Source> sources = new ArrayList<>();
    sources.add(new Source(Source.Kind.ALL_CUSTOMERS, ""));
    String payer = Records.text(header, "billToCustomerNumber");
    sources.add(new Source(Source.Kind.CUSTOMER, payer));
    named(sources, Source.Kind.CUSTOMER_PRICE_GROUP, Records.text(header, "_customerPriceGroup"));
    named(sources, Source.Kind.CUSTOMER_DISC_GROUP, Records.text(header, "_customerDiscGroup"));
    records
        .by("customers", "number", payer)
        .ifPresent(
            customer -> {
              named(sources, Source.Kind.CONTACT, Records.text(customer, "contactNumber"));
              customer
                  .path("campaigns")
                  .forEach(c -> named(sources, Source.Kind.CAMPAIGN, c.asString()));
            });
    return sources;
  }

  private static void named(List<Source> sources, Source.Kind kind, String number) {
    if (!number.isEmpty()) {
      sources.add(new Source(kind, number));
    }
  }
}
