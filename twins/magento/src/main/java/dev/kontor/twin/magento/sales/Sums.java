package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.util.Collection;
import tools.jackson.databind.node.ObjectNode;

/** The totals of an invoice or a credit memo, from its rows and its shipping. */
final class Sums {
  private final Collection<ObjectNode> rows;
  private final ObjectNode document;

  Sums(ObjectNode document, Collection<ObjectNode> rows) {
    this.document = document;
    this.rows = rows;
  }

  BigDecimal of(String column) {
    return rows.stream().map(r -> Row.amount(r, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Writes the totals of one currency; shipping and its discount stand in the document already. */
  void write(String prefix, BigDecimal shippingDiscount, BigDecimal adjustment) {
    BigDecimal subtotal = of(prefix + "row_total");
    BigDecimal tax = of(prefix + "tax_amount").add(amount(prefix, "shipping_tax_amount"));
    BigDecimal discount = of(prefix + "discount_amount").add(shippingDiscount);
    BigDecimal compensation = of(prefix + "discount_tax_compensation_amount");
    String rest = "shipping_discount_tax_compensation_amount";
    BigDecimal shippingRest = Row.amount(document, prefix.isEmpty() ? rest : Row.base(rest));
    Row.put(document, prefix + "subtotal", subtotal);
    Row.put(document, prefix + "subtotal_incl_tax", of(prefix + "row_total_incl_tax"));
    Row.put(document, prefix + "tax_amount", tax);
    Row.put(document, prefix + "discount_amount", discount.negate());
    Row.put(document, prefix + "discount_tax_compensation_amount", compensation);
    Row.put(
        document,
        prefix + "grand_total",
        subtotal
            .add(tax)
            .add(amount(prefix, "shipping_amount"))
            .add(compensation)
            .add(shippingRest)
            .subtract(discount)
            .add(adjustment));
  }

  private BigDecimal amount(String prefix, String column) {
    return Row.amount(document, prefix + column);
  }
}
