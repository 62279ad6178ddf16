package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the shipping costs a refund gives back, without tax, and its tax.
 *
 * @param amount what is asked, all that is left of it when nothing is
 */
record RefundedShipping(ObjectNode order, BigDecimal amount) {
  private static final int CENTS = 2;

  static RefundedShipping of(ObjectNode order, JsonNode arguments) {
    BigDecimal left =
        Row.amount(order, "shipping_invoiced").subtract(Row.amount(order, "shipping_refunded"));
    BigDecimal asked =
        arguments.hasNonNull("shipping_amount") ? Row.amount(arguments, "shipping_amount") : left;
    if (asked.compareTo(left) > 0) {
      throw ApiError.listed(
          400, "Maximum shipping amount allowed to refund is: %1", left.toPlainString());
    }
    return new RefundedShipping(order, asked);
  }

  void write(ObjectNode memo, String prefix) {
    BigDecimal own = prefix.isEmpty() ? amount : inBase();
    BigDecimal tax = share(Row.amount(order, prefix + "shipping_tax_amount"));
    Row.put(memo, prefix + "shipping_amount", own);
    Row.put(memo, prefix + "shipping_tax_amount", tax);
    Row.put(memo, prefix + "shipping_incl_tax", own.add(tax));
  }

  private BigDecimal inBase() {
    return share(Row.amount(order, "base_shipping_amount"));
  }

  private BigDecimal share(BigDecimal of) {
    BigDecimal full = Row.amount(order, "shipping_amount");
    return full.signum() == 0
        ? BigDecimal.ZERO
        : of.multiply(amount).divide(full, CENTS, RoundingMode.HALF_UP);
  }
}
