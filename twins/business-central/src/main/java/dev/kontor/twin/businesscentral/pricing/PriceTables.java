package dev.kontor.twin.businesscentral.pricing;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the stored agreements that may concern one item, in the order of their tables. */
final class PriceTables {
  private static final String NO_DATE = "0001-01-01";
  private static final Map<String, Source.Kind> KINDS =
      Map.of(
          "All_x0020_Customers", Source.Kind.ALL_CUSTOMERS,
          "Customer", Source.Kind.CUSTOMER,
          "Customer_x0020_Price_x0020_Group", Source.Kind.CUSTOMER_PRICE_GROUP,
          "Customer_x0020_Disc_x002E__x0020_Group", Source.Kind.CUSTOMER_DISC_GROUP,
          "Campaign", Source.Kind.CAMPAIGN,
          "Contact", Source.Kind.CONTACT);
  private static final Map<String, PriceLine.Amount> AMOUNTS =
      Map.of(
          "Price", PriceLine.Amount.PRICE,
          "Discount", PriceLine.Amount.DISCOUNT,
          "Price_x0020__x0026__x0020_Discount", PriceLine.Amount.BOTH);

  private final Records records;
  private final Function<String, VatRate> vatOfGroup;

  /** The function gives the rate of a VAT business posting group for the item asked about. */
  PriceTables(Records records, Function<String, VatRate> vatOfGroup) {
    this.records = records;
    this.vatOfGroup = vatOfGroup;
  }

  /** Active lines for the item, its discount group or all items. */
  List<PriceLine> of(Model model, String item, String discountGroup) {
    return switch (model) {
      case PRICE_LISTS -> priceLists(item, discountGroup);
      case SALES_PRICES -> Stream.concat(prices(item), discounts(item, discountGroup)).toList();
    };
  }

  private List<PriceLine> priceLists(String item, String discountGroup) {
    return Stream.of(item, discountGroup, "")
        .distinct()
        .flatMap(asset -> records.matching("priceListLines", "assetNumber", asset).stream())
        .filter(row -> Records.text(row, "status").equals("Active"))
        .filter(row -> Records.text(row, "assetType").startsWith("Item"))
        .sorted(
            Comparator.comparing((ObjectNode row) -> Records.text(row, "priceListCode"))
                .thenComparingInt(row -> row.path("lineNumber").asInt()))
        .map(
            row ->
                line(
                    row,
                    source(row, "sourceType", "sourceNumber"),
                    !Records.text(row, "assetType").equals("Item"),
                    Records.text(row, "assetNumber"),
                    AMOUNTS.getOrDefault(Records.text(row, "amountType"), PriceLine.Amount.BOTH)))
        .toList();
  }

  private Stream<PriceLine> prices(String item) {
    return records.matching("legacySalesPrices", "itemNumber", item).stream()
        .sorted(inKeyOrder())
        .map(
            row ->
                line(
                    row,
                    source(row, "salesType", "salesCode"),
                    false,
                    item,
                    PriceLine.Amount.PRICE));
  }

  private Stream<PriceLine> discounts(String item, String discountGroup) {
    return records.all("legacySalesLineDiscounts").stream()
        .filter(
            row -> {
              boolean ofItem = Records.text(row, "type").equals("Item");
              return Records.text(row, "code").equals(ofItem ? item : discountGroup);
            })
        .sorted(inKeyOrder())
        .map(
            row ->
                line(
                    row,
                    source(row, "salesType", "salesCode"),
                    !Records.text(row, "type").equals("Item"),
                    Records.text(row, "code"),
                    PriceLine.Amount.DISCOUNT));
  }

  private static Comparator<ObjectNode> inKeyOrder() {
    return Comparator.comparing((ObjectNode row) -> Records.text(row, "type"))
        .thenComparing(row -> source(row, "salesType", "salesCode").kind())
        .thenComparing(row -> Records.text(row, "salesCode"))
        .thenComparing(row -> Records.text(row, "startingDate"))
        .thenComparing(row -> Records.text(row, "currencyCode"))
        .thenComparing(row -> Records.text(row, "variantCode"))
        .thenComparing(row -> Records.text(row, "unitOfMeasureCode"))
        .thenComparing(row -> Records.number(row, "minimumQuantity"));
  }

  private static Source source(JsonNode row, String type, String number) {
    Source.Kind kind = KINDS.getOrDefault(Records.text(row, type), Source.Kind.ALL_CUSTOMERS);
    return new Source(kind, kind == Source.Kind.ALL_CUSTOMERS ? "" : Records.text(row, number));
  }

  private PriceLine line(
      ObjectNode row, Source source, boolean itemGroup, String asset, PriceLine.Amount amount) {
    boolean includesVat = row.path("priceIncludesTax").asBoolean();
    return new PriceLine(
        source,
        itemGroup,
        asset,
        Records.text(row, "variantCode"),
        Records.text(row, "currencyCode"),
        Records.text(row, "unitOfMeasureCode"),
        Records.number(row, "minimumQuantity"),
        date(row, "startingDate", LocalDate.MIN),
        date(row, "endingDate", LocalDate.MAX),
        amount,
        Records.number(row, "unitPrice"),
        Records.number(row, "lineDiscountPercent"),
        row.path("allowLineDiscount").asBoolean(true),
        row.path("allowInvoiceDiscount").asBoolean(true),
        includesVat,
        vat(includesVat, row));
  }

  private VatRate vat(boolean includesVat, ObjectNode row) {
    return includesVat
        ? vatOfGroup.apply(Records.text(row, "vatBusinessPostingGroupPrice"))
        : none();
  }

  /** What the item card says, in the form of an agreement. */
  PriceLine card(ObjectNode item, boolean allowLineDiscount) {
    boolean includesVat = item.path("priceIncludesTax").asBoolean();
    return new PriceLine(
        new Source(Source.Kind.ALL_CUSTOMERS, ""),
        false,
        Records.text(item, "number"),
        "",
        "",
        "",
        BigDecimal.ZERO,
        LocalDate.MIN,
        LocalDate.MAX,
        PriceLine.Amount.PRICE,
        Records.number(item, "unitPrice"),
        BigDecimal.ZERO,
        allowLineDiscount,
        item.path("allowInvoiceDiscount").asBoolean(true),
        includesVat,
        vat(includesVat, item));
  }

  private static VatRate none() {
    return new VatRate("", BigDecimal.ZERO, VatRate.Calculation.NORMAL);
  }

  private static LocalDate date(ObjectNode row, String field, LocalDate blank) {
    String text = Records.text(row, field);
    return text.isEmpty() || text.equals(NO_DATE) ? blank : LocalDate.parse(text);
  }
}
