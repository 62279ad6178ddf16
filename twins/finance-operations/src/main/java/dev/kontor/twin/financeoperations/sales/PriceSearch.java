package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Records;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * The price of posted trade agreements, else of the released product (pricing.md P1 to P13). All
 * three price combinations are activated, discounts are not searched, and prices in another
 * currency do not count.
 */
final class PriceSearch {
  private static final Map<String, String> PLACES =
      Map.of(
          "ProductSizeId", "ProductSizeId",
          "ProductColorId", "ProductColorId",
          "ProductStyleId", "ProductStyleId",
          "ProductVersionId", "ProductVersionId",
          "ProductconfigurationId", "ProductConfigurationId",
          "PriceSiteId", "ShippingSiteId",
          "PriceWarehouseId", "ShippingWarehouseId");

  private final Erp erp;
  private final Units units;

  PriceSearch(Erp erp) {
    this.erp = erp;
    this.units = new Units(erp.records());
  }

  Price find(ObjectNode line, ObjectNode order) {
    List<ObjectNode> rows =
        erp.records()
            .seen(
                text(line, "dataAreaId"),
                "SalesPriceAgreements",
                "ItemNumber",
                text(line, "ItemNumber"))
            .filter(row -> isValid(row, line))
            .toList();
    return agreed(rows, order).orElseGet(() -> base(line));
  }

  /** From customer to group to all; a row that does not search on ends it; the lowest wins. */
  private static Optional<Price> agreed(List<ObjectNode> rows, ObjectNode order) {
    Optional<Price> best = Optional.empty();
    for (Predicate<ObjectNode> combination : combinations(order)) {
      List<ObjectNode> hits =
          rows.stream()
              .filter(combination)
              .sorted(Comparator.comparing(row -> price(row).each()))
              .toList();
      for (ObjectNode row : hits) {
        Price price = price(row);
        if (best.isEmpty() || price.each().compareTo(best.get().each()) < 0) {
          best = Optional.of(price);
        }
        if (!Records.yes(row, "WillSearchContinue")) {
          return best;
        }
      }
    }
    return best;
  }

  private static List<Predicate<ObjectNode>> combinations(ObjectNode order) {
    String customer = text(order, "OrderingCustomerAccountNumber");
    String group = text(order, "PriceCustomerGroupCode");
    return List.of(
        row -> text(row, "CustomerAccountNumber").equalsIgnoreCase(customer),
        row ->
            text(row, "CustomerAccountNumber").isEmpty()
                && !group.isEmpty()
                && text(row, "PriceCustomerGroupCode").equalsIgnoreCase(group),
        row ->
            text(row, "CustomerAccountNumber").isEmpty()
                && text(row, "PriceCustomerGroupCode").isEmpty());
  }

  private static Price price(ObjectNode row) {
    BigDecimal per = number(row, "SalesPriceQuantity");
    return new Price(
        number(row, "Price"),
        per.signum() == 0 ? BigDecimal.ONE : per,
        number(row, "FixedPriceCharges"));
  }

  private boolean isValid(ObjectNode row, ObjectNode line) {
    return text(row, "PriceCurrencyCode").equalsIgnoreCase(text(line, "CurrencyCode"))
        && isEmptyOr(row, "QuantityUnitySymbol", text(line, "SalesUnitSymbol"))
        && PLACES.entrySet().stream()
            .allMatch(p -> isEmptyOr(row, p.getKey(), text(line, p.getValue())))
        && isInQuantity(row, number(line, "OrderedSalesQuantity").abs())
        && isOnDay(row, day(line));
  }

  private LocalDate day(ObjectNode line) {
    return switch (erp.settings().priceDate()) {
      case TODAY -> erp.today(text(line, "dataAreaId"));
      case REQUESTED_SHIPPING -> Erp.day(line, "RequestedShippingDate");
      case REQUESTED_RECEIPT -> Erp.day(line, "RequestedReceiptDate");
    };
  }

  private static boolean isEmptyOr(ObjectNode row, String field, String value) {
    return text(row, field).isEmpty() || text(row, field).equalsIgnoreCase(value);
  }

  private boolean isInQuantity(ObjectNode row, BigDecimal quantity) {
    BigDecimal to = number(row, "ToQuantity");
    int above = to.signum() == 0 ? -1 : quantity.compareTo(to);
    return quantity.compareTo(number(row, "FromQuantity")) >= 0
        && (erp.settings().toQuantityExclusive() ? above < 0 : above <= 0);
  }

  private static boolean isOnDay(ObjectNode row, LocalDate day) {
    String from = "PriceApplicableFromDate";
    String to = "PriceApplicableToDate";
    return (Erp.isNoDay(row, from) || !Erp.day(row, from).isAfter(day))
        && (Erp.isNoDay(row, to) || !Erp.day(row, to).isBefore(day));
  }

  private Price base(ObjectNode line) {
    Company company = erp.company(text(line, "dataAreaId"));
    return erp.records()
        .find(company.id(), "products", text(line, "ItemNumber"))
        .map(product -> base(company, product, line))
        .orElse(Price.NONE);
  }

  private Price base(Company company, ObjectNode product, ObjectNode line) {
    String currency = text(line, "CurrencyCode");
    BigDecimal factor =
        units.factor(product, text(line, "SalesUnitSymbol"), text(product, "SalesUnitSymbol"));
    BigDecimal price = number(product, "SalesPrice").multiply(factor);
    BigDecimal rate = company.exchangeRates().getOrDefault(currency, BigDecimal.ONE);
    BigDecimal per = number(product, "SalesPriceQuantity");
    return new Price(
        currency.equals(company.currency())
            ? price
            : Rounding.amount(price.multiply(rate), currency),
        per.signum() == 0 ? BigDecimal.ONE : per,
        BigDecimal.ZERO);
  }
}
