package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.PaymentState;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.Refund;
import dev.kontor.model.RefundLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Refunds of an order. Only a payment extension records them with amounts, below the captures; a
 * payment that was set to refunded by hand has but its state, which says everything was given back
 * or, in part, does not say how much (shopware/observed.md, More on orders).
 */
final class OrderRefunds {

  private final JsonNode order;
  private final PriceReader prices;
  private final PriceReader refunded;
  private final List<Refund> refunds = new ArrayList<>();

  private OrderRefunds(JsonNode order) {
    this.order = order;
    this.prices = PriceReader.of(order);
    // What a buyer gets back is stated with its tax, also where the order's prices are without.
    boolean free = prices.basis() == PriceBasis.TAX_FREE;
    this.refunded =
        new PriceReader(free ? PriceBasis.TAX_FREE : PriceBasis.GROSS, prices.decimals());
  }

  /** Oldest first. */
  static List<Refund> of(JsonNode order) {
    OrderRefunds all = new OrderRefunds(order);
    for (JsonNode transaction : OrderTransactions.of(order)) {
      all.add(transaction);
    }
    all.refunds.sort(Comparator.comparing(Refund::recordedAt));
    return all.refunds;
  }

  private void add(JsonNode transaction) {
    List<Refund> recorded = new ArrayList<>();
    for (JsonNode capture : transaction.path("captures")) {
      capture.path("refunds").forEach(refund -> recorded.add(recorded(refund)));
    }
    refunds.addAll(recorded);
    String field = "transactions." + ShopRow.id(transaction);
    BigDecimal told =
        recorded.stream()
            .filter(refund -> refund.state() != Refund.State.CANCELLED)
            .map(refund -> Objects.requireNonNull(refund.amount()))
            .reduce(prices.zero(), BigDecimal::add);
    PaymentState state = PaymentStates.of(transaction, field);
    if (state == PaymentState.REFUNDED) {
      BigDecimal paid =
          prices.money(transaction.path("amount").path("totalPrice"), field + ".amount");
      if (paid.compareTo(told) > 0) {
        BigDecimal rest = paid.subtract(told);
        refunds.add(untold(transaction, rest, taxes(transaction, rest, recorded)));
      }
    } else if (state == PaymentState.REFUNDED_PARTIALLY && told.signum() == 0) {
      refunds.add(untold(transaction, null, List.of()));
    }
  }

  /** Of a payment whose state alone tells of it. */
  private Refund untold(JsonNode transaction, @Nullable BigDecimal amount, List<TaxShare> taxes) {
    return new Refund(
        ShopRow.id(transaction) + (amount == null ? "-part" : ""),
        Refund.State.COMPLETED,
        changed(transaction),
        amount,
        taxes,
        List.of(),
        restock(),
        null,
        null);
  }

  /** Those of the payment less those told; empty if they do not explain the rest. */
  private List<TaxShare> taxes(JsonNode transaction, BigDecimal rest, List<Refund> told) {
    Map<BigDecimal, Amount> left = new TreeMap<>();
    String field = "transactions." + ShopRow.id(transaction) + ".amount";
    refunded
        .shares(transaction.path("amount").path("calculatedTaxes"), field)
        .forEach(share -> left.merge(share.rate(), share.amount(), Amount::plus));
    told.stream()
        .filter(refund -> refund.state() != Refund.State.CANCELLED)
        .flatMap(refund -> refund.taxes().stream())
        .forEach(share -> left.merge(share.rate(), share.amount().negated(), Amount::plus));
    left.values().removeIf(amount -> amount.gross().signum() == 0);
    BigDecimal sum =
        left.values().stream().map(Amount::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean explained =
        sum.compareTo(rest) == 0 && left.values().stream().allMatch(a -> a.gross().signum() > 0);
    return explained
        ? left.entrySet().stream().map(e -> new TaxShare(e.getKey(), e.getValue())).toList()
        : List.of();
  }

  private static Instant changed(JsonNode row) {
    return ShopRow.time(row, row.path("updatedAt").isString() ? "updatedAt" : "createdAt");
  }

  private Refund recorded(JsonNode refund) {
    String field = "captures.refunds." + ShopRow.id(refund) + ".amount";
    JsonNode price = refund.path("amount");
    BigDecimal amount = refunded.money(price.path("totalPrice"), field);
    List<RefundLine> lines = lines(refund, amount);
    return new Refund(
        ShopRow.id(refund),
        state(refund),
        ShopRow.time(refund, "createdAt"),
        amount,
        shares(price, amount, field),
        lines,
        restock(),
        text(refund.path("reason")),
        text(refund.path("externalReference")));
  }

  /** As stated, if the shares explain the amount. */
  private List<TaxShare> shares(JsonNode price, BigDecimal amount, String field) {
    List<TaxShare> shares = refunded.shares(price.path("calculatedTaxes"), field);
    BigDecimal explained =
        shares.stream().map(s -> s.amount().gross()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return explained.compareTo(amount) == 0 ? shares : List.of();
  }

  private static Refund.State state(JsonNode refund) {
    String name = refund.path("stateMachineState").path("technicalName").asString("");
    return switch (name) {
      case "completed" -> Refund.State.COMPLETED;
      case "cancelled", "failed" -> Refund.State.CANCELLED;
      default -> Refund.State.OPEN;
    };
  }

  /** Its positions; none stands for shipping, so what is left is that if it equals it. */
  private List<RefundLine> lines(JsonNode refund, BigDecimal amount) {
    List<RefundLine> lines = new ArrayList<>();
    BigDecimal rest = amount;
    for (JsonNode position : refund.path("positions")) {
      String field = "positions." + ShopRow.id(position) + ".amount";
      PriceReader.Priced priced = prices.priced(position.path("amount"), field);
      lines.add(
          new RefundLine(
              position.path("orderLineItemId").asString(""),
              position.path("quantity").decimalValue(),
              priced.amount(),
              priced.taxes()));
      rest = rest.subtract(priced.amount().gross());
    }
    List<OrderLine> shipping =
        OrderLines.of(order).stream().filter(line -> line.kind() == LineKind.SHIPPING).toList();
    BigDecimal charged =
        shipping.stream().map(l -> l.amount().gross()).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (charged.signum() > 0 && rest.compareTo(charged) == 0) {
      shipping.forEach(
          line ->
              lines.add(new RefundLine(line.id(), line.quantity(), line.amount(), line.taxes())));
    }
    return lines;
  }

  /** The shop records no stock with a refund; a whole return is the one thing that is certain. */
  private Refund.Restock restock() {
    boolean returned =
        order
            .path("deliveries")
            .valueStream()
            .map(d -> d.path("stateMachineState").path("technicalName").asString(""))
            .anyMatch("returned"::equals);
    return returned ? Refund.Restock.YES : Refund.Restock.UNKNOWN;
  }
}
