package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.ExplicitPrice;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The price and the amount of a line (contract.md §8). */
final class LinePrice {
  private static final String EXPLICIT = "_explicitPrice";
  private static final List<String> AMOUNT_FIELDS =
      List.of(
          "OrderedSalesQuantity",
          "SalesPrice",
          "SalesPriceQuantity",
          "LineDiscountAmount",
          "LineDiscountPercentage",
          "MultilineDiscountAmount",
          "MultilineDiscountPercentage",
          "FixedPriceCharges");

  private final Erp erp;
  private final PriceSearch search;

  LinePrice(Erp erp) {
    this.erp = erp;
    this.search = new PriceSearch(erp);
  }

  /** Of a new line. */
  void set(ObjectNode row, ObjectNode sent, ObjectNode order) {
    row.put(EXPLICIT, sent.has("SalesPrice"));
    evaluate(row, sent, order);
    amount(row, sent);
  }

  /** After a change: a quantity of its own right may bring another price. */
  void change(ObjectNode row, ObjectNode patch, ObjectNode order) {
    if (patch.has("SalesPrice")) {
      row.put(EXPLICIT, true);
    }
    if (patch.has("OrderedSalesQuantity")
        || patch.has("SalesUnitSymbol")
        || patch.has("SalesPrice")) {
      evaluate(row, patch, order);
    }
    if (patch.has("LineAmount") || AMOUNT_FIELDS.stream().anyMatch(patch::has)) {
      amount(row, patch);
    }
  }

  private void evaluate(ObjectNode row, ObjectNode sent, ObjectNode order) {
    Price found = search.find(row, order);
    boolean kept =
        row.path(EXPLICIT).asBoolean() && erp.settings().explicitPrice() == ExplicitPrice.KEPT;
    if (number(sent, "SalesPriceQuantity").signum() <= 0 || !kept) {
      row.put("SalesPriceQuantity", found.per());
    }
    if (!kept) {
      row.put("SalesPrice", found.amount());
      if (!sent.has("FixedPriceCharges")) {
        row.put("FixedPriceCharges", found.charges());
      }
    }
  }

  private void amount(ObjectNode row, ObjectNode sent) {
    boolean given = number(sent, "LineAmount").signum() != 0;
    if (!given || erp.settings().calculateLineNetAmount()) {
      row.put("LineAmount", computed(row));
    }
  }

  /**
   * Quantity × (price − amount discounts) ÷ price unit × (1 − line percent) × (1 − multiline
   * percent) + fixed charges (pricing.md C1, D3, D4).
   */
  private static BigDecimal computed(ObjectNode row) {
    BigDecimal per = number(row, "SalesPriceQuantity");
    BigDecimal each =
        number(row, "SalesPrice")
            .subtract(number(row, "LineDiscountAmount"))
            .subtract(number(row, "MultilineDiscountAmount"));
    BigDecimal amount =
        Rounding.divide(
                number(row, "OrderedSalesQuantity")
                    .multiply(each)
                    .multiply(Rounding.rest(number(row, "LineDiscountPercentage")))
                    .multiply(Rounding.rest(number(row, "MultilineDiscountPercentage"))),
                per.signum() == 0 ? BigDecimal.ONE : per)
            .add(number(row, "FixedPriceCharges"));
    return Rounding.amount(amount, text(row, "CurrencyCode"));
  }
}
