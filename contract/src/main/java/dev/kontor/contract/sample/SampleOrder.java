package dev.kontor.contract.sample;

import dev.kontor.model.Address;
import dev.kontor.model.Amount;
import dev.kontor.model.Capture;
import dev.kontor.model.Customer;
import dev.kontor.model.Delivery;
import dev.kontor.model.LineKind;
import dev.kontor.model.LineOption;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.OrderState;
import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.Refund;
import dev.kontor.model.RefundLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Orders of a guest from Berlin as a shop states them: tax rounded per line, totals as sums. */
public final class SampleOrder {

  private static final Address ADDRESS =
      new Address(
          null,
          null,
          null,
          null,
          "Ada",
          "Lovelace",
          "Hauptstraße 1",
          null,
          null,
          "10115",
          "Berlin",
          null,
          "DE",
          null,
          Map.of());

  private final PriceBasis basis;
  private final List<OrderLine> lines = new ArrayList<>();
  private final List<LineOption> options = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<Refund> refunds = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private String number = "10001";
  private String id = "id-10001";
  private String email = "ada@example.org";
  private String currency = "EUR";
  private OrderState state = OrderState.OPEN;
  private Instant placedAt = Instant.parse("2026-03-14T23:30:00Z");

  private SampleOrder(PriceBasis basis) {
    this.basis = basis;
  }

  public static SampleOrder in(PriceBasis basis) {
    return new SampleOrder(basis);
  }

  /** Its id and its guest's id follow from the number. */
  public SampleOrder number(String number) {
    this.number = number;
    return id("id-" + number);
  }

  public SampleOrder id(String id) {
    this.id = id;
    return this;
  }

  public SampleOrder email(String email) {
    this.email = email;
    return this;
  }

  public SampleOrder currency(String code) {
    currency = code;
    return this;
  }

  public SampleOrder state(OrderState state) {
    this.state = state;
    return this;
  }

  public SampleOrder placedAt(Instant placedAt) {
    this.placedAt = placedAt;
    return this;
  }

  /** Paid by one payment of that amount. */
  public SampleOrder paid(String amount) {
    BigDecimal paid = new BigDecimal(amount);
    return payment("p1", PaymentState.PAID, amount, new Capture("p1", placedAt, paid, null));
  }

  /** A payment by card of which this was received. */
  public SampleOrder payment(String id, PaymentState state, String amount, Capture... captures) {
    BigDecimal received = BigDecimal.ZERO;
    for (Capture capture : captures) {
      received = capture.amount() == null ? received : received.add(capture.amount());
    }
    BigDecimal due = new BigDecimal(amount);
    return payment(
        new Payment(id, "card", state, due, received, BigDecimal.ZERO, List.of(captures), null));
  }

  public SampleOrder payment(Payment payment) {
    payments.add(payment);
    return this;
  }

  public SampleOrder delivery(Delivery delivery) {
    deliveries.add(delivery);
    return this;
  }

  /** A completed refund of goods by the order's lines, or of an amount alone. */
  public SampleOrder refund(String id, @Nullable String amount, RefundLine... parts) {
    refunds.add(
        new Refund(
            id,
            Refund.State.COMPLETED,
            placedAt.plusSeconds(refunds.size() + 60L),
            amount == null ? null : new BigDecimal(amount),
            List.of(),
            List.of(parts),
            Refund.Restock.UNKNOWN,
            null,
            null));
    return this;
  }

  public SampleOrder goods(
      String sku, String quantity, String unitPrice, String amount, String rate) {
    return line(LineKind.GOODS, sku, quantity, unitPrice, share(amount, rate));
  }

  /** What the buyer chose for the pieces of the lines that follow. */
  public SampleOrder chosen(LineOption... chosen) {
    options.clear();
    options.addAll(List.of(chosen));
    return this;
  }

  public SampleOrder mixed(String sku, TaxShare... shares) {
    return line(LineKind.GOODS, sku, "1", "2", shares);
  }

  public SampleOrder other(LineKind kind, TaxShare... shares) {
    BigDecimal price = BigDecimal.ZERO;
    for (TaxShare share : shares) {
      price = price.add(share.amount().on(basis));
    }
    return line(kind, null, "1", price.toPlainString(), shares);
  }

  /** An amount on the order's basis, its tax rounded as a shop does. */
  public TaxShare share(String amount, String rate) {
    BigDecimal value = new BigDecimal(amount);
    BigDecimal percent = new BigDecimal(rate);
    return new TaxShare(
        percent,
        switch (basis) {
          case GROSS ->
              Amount.ofGross(
                  value,
                  value
                      .multiply(percent)
                      .divide(percent.add(BigDecimal.valueOf(100)), 2, RoundingMode.HALF_UP));
          case NET ->
              Amount.ofNet(
                  value,
                  value.multiply(percent).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP));
          case TAX_FREE -> Amount.ofNet(value, BigDecimal.ZERO);
        });
  }

  private SampleOrder line(
      LineKind kind, @Nullable String sku, String quantity, String price, TaxShare... shares) {
    Amount amount = Amount.ZERO;
    for (TaxShare share : shares) {
      amount = amount.plus(share.amount());
    }
    lines.add(
        new OrderLine(
            "l" + lines.size(),
            null,
            kind,
            sku,
            "Line " + lines.size(),
            new BigDecimal(quantity),
            new BigDecimal(price),
            amount,
            List.of(shares),
            List.copyOf(options),
            Map.of()));
    return this;
  }

  public Order build() {
    Amount total = lines.stream().map(OrderLine::amount).reduce(Amount.ZERO, Amount::plus);
    Map<BigDecimal, Amount> byRate = new TreeMap<>();
    lines.stream()
        .flatMap(line -> line.taxes().stream())
        .forEach(share -> byRate.merge(share.rate(), share.amount(), Amount::plus));
    List<TaxShare> taxes = new ArrayList<>();
    byRate.forEach((rate, amount) -> taxes.add(new TaxShare(rate, amount)));
    return build(total, taxes);
  }

  /** With totals of its own, as a shop that rounds in other steps states them. */
  public Order build(Amount total, List<TaxShare> taxes) {
    return new Order(
        id,
        number,
        null,
        "de",
        currency,
        BigDecimal.ONE,
        basis,
        state,
        PaymentState.PAID,
        placedAt,
        guest(),
        ADDRESS,
        ADDRESS,
        lines,
        total,
        taxes,
        deliveries,
        payments,
        refunds,
        null,
        null,
        null,
        List.of(),
        Map.of());
  }

  private Customer guest() {
    return new Customer(
        "customer of " + number,
        null,
        Customer.Kind.PERSON,
        true,
        null,
        null,
        null,
        "Ada",
        "Lovelace",
        email,
        null,
        List.of(),
        null,
        "de",
        "DE",
        ADDRESS,
        null,
        Map.of());
  }
}
