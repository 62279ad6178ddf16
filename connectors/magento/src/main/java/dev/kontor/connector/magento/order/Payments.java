package dev.kontor.connector.magento.order;

import static dev.kontor.connector.magento.order.Text.text;

import dev.kontor.model.Capture;
import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order's one payment. The shop states no state of it: it follows from what is paid, due and
 * refunded. An invoice that is paid is money received, for methods such as a bank transfer, too,
 * where a person makes it.
 */
final class Payments {

  private static final int INVOICE_PAID = 2;

  private Payments() {}

  static List<Payment> of(ShopOrder order) {
    JsonNode payment = order.json().path("payment");
    if (!payment.isObject()) {
      return List.of();
    }
    Money money = order.money();
    return List.of(
        new Payment(
            known(payment, "entity_id"),
            known(payment, "method"),
            state(order),
            money.of(order.json(), "grand_total"),
            money.of(order.json(), "total_paid"),
            money.of(order.json(), "total_refunded"),
            captures(order, payment),
            reference(payment)));
  }

  static @Nullable String method(ShopOrder order) {
    return Text.text(order.json().path("payment").path("method"));
  }

  /** An order of nothing is paid from the start. */
  static PaymentState state(ShopOrder order) {
    JsonNode json = order.json();
    BigDecimal total = order.money().of(json, "grand_total");
    BigDecimal paid = order.money().of(json, "total_paid");
    BigDecimal refunded = order.money().of(json, "total_refunded");
    if (paid.signum() > 0) {
      return received(total, paid, refunded);
    }
    if (json.path("state").asString("").equals("canceled")) {
      return PaymentState.CANCELLED;
    }
    if (total.signum() == 0) {
      return PaymentState.PAID;
    }
    boolean authorized = order.money().of(json.path("payment"), "amount_authorized").signum() > 0;
    return authorized ? PaymentState.AUTHORIZED : PaymentState.OPEN;
  }

  private static PaymentState received(BigDecimal total, BigDecimal paid, BigDecimal refunded) {
    if (refunded.signum() > 0) {
      return refunded.compareTo(paid) < 0 ? PaymentState.REFUNDED_PARTIALLY : PaymentState.REFUNDED;
    }
    return paid.compareTo(total) < 0 ? PaymentState.PAID_PARTIALLY : PaymentState.PAID;
  }

  /** By invoice, and what is paid beyond those. */
  private static List<Capture> captures(ShopOrder order, JsonNode payment) {
    Money money = order.money();
    List<Capture> captures = new ArrayList<>();
    BigDecimal rest = money.of(order.json(), "total_paid");
    for (JsonNode invoice : order.json().path("invoices")) {
      BigDecimal amount = money.of(invoice, "grand_total");
      if (invoice.path("state").asInt(0) == INVOICE_PAID && amount.signum() > 0) {
        captures.add(
            new Capture(
                known(invoice, "entity_id"),
                ShopTime.of(invoice, "created_at"),
                amount,
                text(invoice.path("transaction_id"))));
        rest = rest.subtract(amount);
      }
    }
    captures.sort(Comparator.comparing(Capture::recordedAt));
    if (rest.signum() > 0) {
      captures.add(
          new Capture(
              "payment-" + known(payment, "entity_id"),
              ShopTime.of(order.json(), "created_at"),
              rest,
              reference(payment)));
    }
    return captures;
  }

  /** The provider's; offline methods have none. */
  private static @Nullable String reference(JsonNode payment) {
    String last = text(payment.path("last_trans_id"));
    return last == null ? text(payment.path("cc_trans_id")) : last;
  }

  private static String known(JsonNode row, String field) {
    String text = Text.text(row.path(field));
    return text == null ? "" : text;
  }
}
