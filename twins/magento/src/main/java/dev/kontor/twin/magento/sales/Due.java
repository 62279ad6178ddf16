package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ObjectNode;

/** What an order still owes: its total less what is paid, in cents. */
final class Due {
  private static final int CENTS = 2;

  private Due() {}

  static void write(ObjectNode order, String prefix) {
    BigDecimal due =
        Row.amount(order, prefix + "grand_total")
            .subtract(Row.amount(order, prefix + "total_paid"));
    Row.put(order, prefix + "total_due", due.setScale(CENTS, RoundingMode.HALF_UP));
  }
}
