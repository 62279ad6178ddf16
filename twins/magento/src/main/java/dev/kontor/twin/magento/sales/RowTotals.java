package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Row totals of an order item: the database keeps them before discount, the REST interface shows
 * them after it and not below zero (Magento's Sales/Model/Order/Webapi/ChangeOutputArray;
 * magento/observed.md "Order totals").
 */
final class RowTotals {
  private RowTotals() {}

  static void show(ObjectNode row, ObjectNode item, String prefix) {
    BigDecimal total = Row.amount(row, prefix + "row_total");
    BigDecimal discount = Row.amount(row, prefix + "discount_amount");
    Row.put(item, prefix + "row_total", total.subtract(discount).max(BigDecimal.ZERO));
    Row.put(item, prefix + "row_total_incl_tax", total.add(taxes(row, prefix)).subtract(discount));
  }

  /** Puts the database's values into an item that was shown. */
  static void keep(ObjectNode item, String prefix) {
    BigDecimal shown = Row.amount(item, prefix + "row_total_incl_tax");
    BigDecimal discount = Row.amount(item, prefix + "discount_amount");
    Row.put(item, prefix + "row_total", shown.subtract(taxes(item, prefix)).add(discount));
    Row.put(item, prefix + "row_total_incl_tax", shown.add(discount));
  }

  private static BigDecimal taxes(ObjectNode row, String prefix) {
    return Row.amount(row, prefix + "tax_amount")
        .add(Row.amount(row, prefix + "discount_tax_compensation_amount"));
  }
}
