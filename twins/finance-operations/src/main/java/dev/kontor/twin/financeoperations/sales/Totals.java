package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.TotalsWhen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Totals of an order: discount and charges of the header, tax, and the sum. */
public final class Totals {
  /** Of a header: {@code [{code, amount, itemTaxGroup}]}; OData does not show them. */
  public static final String CHARGES = "_charges";

  private final Erp erp;

  public Totals(Erp erp) {
    this.erp = erp;
  }

  /** The totals are no longer right; at once computed anew where the settings say so. */
  public void stale(ObjectNode order) {
    if (erp.settings().totals() == TotalsWhen.ALWAYS) {
      compute(order);
    } else {
      order.put("AreTotalsCalculated", "No");
      for (String field :
          List.of(
              "OrderTotalAmount",
              "OrderTotalTaxAmount",
              "OrderTotalChargesAmount",
              "OrderTotalDiscountAmount",
              "OrderHeaderTaxAmount")) {
        order.put(field, BigDecimal.ZERO);
      }
    }
  }

  /** Fills the totals of a header; it is stored by the caller. */
  public void compute(ObjectNode order) {
    List<OrderPart> parts =
        erp.records().lines(order).stream()
            .map(line -> new OrderPart(line, number(line, "LineAmount")))
            .toList();
    OrderSum sum = of(order, parts, true);
    order
        .put("AreTotalsCalculated", "Yes")
        .put("OrderTotalAmount", sum.result().total())
        .put("OrderTotalTaxAmount", sum.result().tax())
        .put("OrderTotalChargesAmount", sum.charges())
        .put("OrderTotalDiscountAmount", sum.discount())
        .put("OrderHeaderTaxAmount", sum.chargesTax());
  }

  /**
   * The sum of some parts.
   *
   * @param charged whether the header's charges belong to it
   */
  public OrderSum of(ObjectNode order, List<OrderPart> parts, boolean charged) {
    Company company = erp.company(text(order, "dataAreaId"));
    String currency = text(order, "CurrencyCode");
    BigDecimal rest = Rounding.rest(number(order, "TotalDiscountPercentage"));
    List<TaxBase> bases = new ArrayList<>();
    BigDecimal full = BigDecimal.ZERO;
    BigDecimal left = BigDecimal.ZERO;
    for (OrderPart part : parts) {
      BigDecimal amount = Rounding.amount(part.amount().multiply(rest), currency);
      full = full.add(part.amount());
      left = left.add(amount);
      bases.add(
          new TaxBase(
              amount,
              company.taxCodes(
                  text(part.line(), "SalesTaxGroupCode"),
                  text(part.line(), "SalesTaxItemGroupCode"))));
    }
    BigDecimal charges = BigDecimal.ZERO;
    if (charged) {
      for (JsonNode charge : order.path(CHARGES)) {
        charges = charges.add(number(charge, "amount"));
        bases.add(
            new TaxBase(
                number(charge, "amount"),
                company.taxCodes(text(order, "SalesTaxGroupCode"), text(charge, "itemTaxGroup"))));
      }
    }
    TaxResult result =
        new TaxCalculation(
                company,
                currency,
                Records.yes(order, "ArePricesIncludingSalesTax"),
                erp.settings().taxRounding())
            .of(bases);
    BigDecimal chargesTax =
        result.perLine().stream().skip(parts.size()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new OrderSum(full.subtract(left), charges, chargesTax, result);
  }
}
