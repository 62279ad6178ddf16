package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.Capture;
import dev.kontor.model.PaymentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Money taken and given back, as far as the payment's state or an extension's captures tell. */
final class Captures {

  private Captures() {}

  /** Partly paid is a state without amount, unless a payment extension recorded captures. */
  static @Nullable BigDecimal captured(
      PaymentState state, BigDecimal amount, JsonNode transaction, PriceReader prices) {
    return switch (state) {
      case PAID, REFUNDED, REFUNDED_PARTIALLY -> amount;
      case OPEN, AUTHORIZED, CANCELLED, FAILED, REMINDED -> prices.zero();
      case PAID_PARTIALLY, CHARGEBACK -> completed(transaction.path("captures"), prices);
    };
  }

  static BigDecimal refunded(
      PaymentState state, BigDecimal amount, JsonNode transaction, PriceReader prices) {
    if (state == PaymentState.REFUNDED) {
      return amount;
    }
    BigDecimal sum = prices.zero();
    for (JsonNode capture : transaction.path("captures")) {
      BigDecimal refunds = completed(capture.path("refunds"), prices);
      sum = refunds == null ? sum : sum.add(refunds);
    }
    return sum;
  }

  /** Sum of what is completed; null if nothing is recorded. States are loaded on request only. */
  private static @Nullable BigDecimal completed(JsonNode records, PriceReader prices) {
    BigDecimal sum = null;
    for (JsonNode one : records) {
      if (isCompleted(one)) {
        BigDecimal amount = amount(one, prices);
        sum = sum == null ? amount : sum.add(amount);
      }
    }
    return sum;
  }

  private static boolean isCompleted(JsonNode row) {
    return row.path("stateMachineState")
        .path("technicalName")
        .asString("completed")
        .equals("completed");
  }

  private static BigDecimal amount(JsonNode row, PriceReader prices) {
    return prices.money(row.path("amount").path("totalPrice"), "captures.amount");
  }

  /**
   * What was received, oldest first: the captures, and what the payment's state tells beyond them.
   */
  static List<Capture> of(
      PaymentState state, BigDecimal amount, JsonNode transaction, PriceReader prices) {
    return switch (state) {
      case PAID, REFUNDED, REFUNDED_PARTIALLY -> {
        List<Capture> captures = told(transaction, prices);
        BigDecimal rest = amount.subtract(sum(captures));
        if (rest.signum() > 0) {
          captures.add(
              new Capture(ShopRow.id(transaction), paidAt(state, transaction), rest, null));
        }
        yield captures;
      }
      case PAID_PARTIALLY -> {
        List<Capture> captures = told(transaction, prices);
        if (captures.isEmpty()) {
          captures.add(
              new Capture(
                  ShopRow.id(transaction) + "-part", paidAt(state, transaction), null, null));
        }
        yield captures;
      }
      // Reminded of the rest.
      case REMINDED -> told(transaction, prices);
      case OPEN, AUTHORIZED, CANCELLED, FAILED, CHARGEBACK -> List.of();
    };
  }

  private static List<Capture> told(JsonNode transaction, PriceReader prices) {
    return transaction
        .path("captures")
        .valueStream()
        .filter(Captures::isCompleted)
        .map(
            row ->
                new Capture(
                    ShopRow.id(row),
                    ShopRow.time(row, "createdAt"),
                    amount(row, prices),
                    text(row.path("externalReference"))))
        .sorted(Comparator.comparing(Capture::recordedAt))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static BigDecimal sum(List<Capture> captures) {
    return captures.stream()
        .map(capture -> Objects.requireNonNull(capture.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * The payment's last change, which is its being paid as long as nothing came after; else only its
   * beginning is known.
   */
  private static Instant paidAt(PaymentState state, JsonNode transaction) {
    boolean last = state == PaymentState.PAID || state == PaymentState.PAID_PARTIALLY;
    boolean changed = last && transaction.path("updatedAt").isString();
    return ShopRow.time(transaction, changed ? "updatedAt" : "createdAt");
  }

  static @Nullable String reference(JsonNode transaction) {
    for (JsonNode capture : transaction.path("captures")) {
      String reference = text(capture.path("externalReference"));
      if (reference != null) {
        return reference;
      }
    }
    return null;
  }
}
