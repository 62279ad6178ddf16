package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.cart.Price;
import dev.kontor.twin.shopware.cart.PriceCalculator;
import dev.kontor.twin.shopware.cart.PriceJson;
import dev.kontor.twin.shopware.cart.TaxShare;
import dev.kontor.twin.shopware.cart.TaxStatus;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a payment extension does: pays, and refunds with an amount in captures.refunds. */
public final class Payments {
  private static final String REFUND = "order_transaction_capture_refund";

  private final Tables tables;
  private final Keys keys;
  private final Lookup lookup;
  private final StateMachines states;

  Payments(Tables tables, Keys keys, Lookup lookup, StateMachines states) {
    this.tables = tables;
    this.keys = keys;
    this.lookup = lookup;
    this.states = states;
  }

  /**
   * Pays the order's last transaction in full, or {@code amount} of it, which a payment extension
   * records as a capture.
   */
  public void pay(String orderId, JsonNode request) {
    tables.transact(
        () -> {
          ObjectNode transaction = last(orderId);
          if (!request.has("amount")) {
            return move(transaction, "paid");
          }
          PriceCalculator calculator = new PriceCalculator(status(transaction), 2);
          Price whole = PriceJson.read(transaction.get("amount"));
          BigDecimal amount = new BigDecimal(request.path("amount").asString());
          capture(
              transaction, PriceJson.calculated(calculator.price(amount, 1, TaxShare.of(whole))));
          if (captured(transaction).compareTo(whole.total()) >= 0) {
            return move(transaction, "paid");
          }
          // A further part leaves the state as it is.
          return lookup.stateName(transaction).equals("paid_partially")
              ? transaction
              : move(transaction, "paid_partially");
        });
  }

  /** The bank took the order's last payment back. */
  public void chargeBack(String orderId) {
    tables.transact(() -> move(last(orderId), "chargeback"));
  }

  private ObjectNode move(ObjectNode transaction, String action) {
    return states.transition(
        "order_transaction", Values.required(transaction, "id"), action, Mailing.NONE);
  }

  private BigDecimal captured(ObjectNode transaction) {
    return captures(transaction).stream()
        .map(capture -> PriceJson.read(capture.get("amount")).total())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<ObjectNode> captures(ObjectNode transaction) {
    return tables.where(
        "order_transaction_capture", "orderTransactionId", Values.required(transaction, "id"));
  }

  /**
   * Refunds {@code amount}, or the goods of {@code lines: [{productNumber, quantity}]} with a
   * position for each, or everything when neither is given; never restocks.
   */
  public void refund(String orderId, JsonNode request) {
    tables.transact(
        () -> {
          ObjectNode transaction = last(orderId);
          List<Position> positions = positions(orderId, request);
          if (!request.has("amount") && positions.isEmpty()) {
            return move(transaction, "refund");
          }
          refund(transaction, positions, request);
          return refundedPartly(transaction);
        });
  }

  /** The refunds of the order's last payment failed after all, though they were completed. */
  public void callOff(String orderId) {
    ObjectNode cancelled =
        Json.object()
            .put("stateId", lookup.stateId("order_transaction_capture_refund.state", "cancelled"));
    tables.transact(
        () -> {
          captures(last(orderId)).stream()
              .flatMap(c -> refunds(Values.required(c, "id")).stream())
              .forEach(r -> tables.update(REFUND, Values.required(r, "id"), cancelled));
          return cancelled;
        });
  }

  private List<ObjectNode> refunds(String captureId) {
    return tables.where(REFUND, "captureId", captureId);
  }

  private record Position(ObjectNode line, int quantity, Price price) {}

  private List<Position> positions(String orderId, JsonNode request) {
    List<Position> positions = new ArrayList<>();
    TaxStatus status = TaxStatus.of(Values.required(tables.get("order", orderId), "taxStatus"));
    PriceCalculator calculator = new PriceCalculator(status, 2);
    for (JsonNode wish : request.path("lines")) {
      ObjectNode line = line(orderId, wish.path("productNumber").asString(""));
      int quantity = wish.path("quantity").asInt(1);
      Price whole = PriceJson.read(line.get("price"));
      Price price = calculator.price(whole.unit(), quantity, whole.shares());
      positions.add(new Position(line, quantity, price));
    }
    return positions;
  }

  private ObjectNode line(String orderId, String number) {
    return tables.where("order_line_item", "orderId", orderId).stream()
        .filter(l -> number.equals(l.path("payload").path("productNumber").asString("")))
        .findFirst()
        .orElseThrow(() -> ApiError.plain(400, "The order has no line of " + number + "."));
  }

  // A further part refund leaves the state as it is.
  private ObjectNode refundedPartly(ObjectNode transaction) {
    return lookup.stateName(transaction).equals("refunded_partially")
        ? transaction
        : move(transaction, "refund_partially");
  }

  private void refund(ObjectNode transaction, List<Position> positions, JsonNode request) {
    String refundId = keys.id();
    String reason = request.path("reason").asString("");
    ObjectNode refund =
        Json.object()
            .put("id", refundId)
            .put("captureId", capture(transaction))
            .put("stateId", lookup.stateId("order_transaction_capture_refund.state", "completed"))
            .put("externalReference", "RF-" + keys.capitals(8))
            .put("reason", reason);
    Price price =
        request.has("amount")
            ? price(transaction, new BigDecimal(request.path("amount").asString()))
            : gross(transaction, positions);
    refund.set("amount", PriceJson.calculated(price));
    tables.insert(REFUND, refund);
    for (Position position : positions) {
      ObjectNode row =
          Json.object()
              .put("id", keys.id())
              .put("refundId", refundId)
              .put("orderLineItemId", Values.required(position.line(), "id"))
              .put("quantity", position.quantity())
              .put("reason", reason);
      row.set("amount", PriceJson.calculated(position.price()));
      tables.insert("order_transaction_capture_refund_position", row);
    }
  }

  // What was captured at once is one row, however often parts of it go back.
  private String capture(ObjectNode transaction) {
    List<ObjectNode> before = captures(transaction);
    return before.isEmpty()
        ? capture(transaction, transaction.get("amount"))
        : Values.required(before.getFirst(), "id");
  }

  private String capture(ObjectNode transaction, JsonNode amount) {
    String id = keys.id();
    ObjectNode capture =
        Json.object()
            .put("id", id)
            .put("orderTransactionId", Values.required(transaction, "id"))
            .put("stateId", lookup.stateId("order_transaction_capture.state", "completed"))
            .put("externalReference", "CAP-" + keys.capitals(8));
    capture.set("amount", amount);
    tables.insert("order_transaction_capture", capture);
    return id;
  }

  private Price price(ObjectNode transaction, BigDecimal amount) {
    PriceCalculator calculator = new PriceCalculator(status(transaction), 2);
    Price paid = PriceJson.read(transaction.get("amount"));
    return calculator.price(amount, 1, TaxShare.of(paid));
  }

  // Refunds are what the customer gets: gross, unless no tax was charged.
  private TaxStatus status(ObjectNode transaction) {
    ObjectNode order = tables.get("order", Values.required(transaction, "orderId"));
    boolean free = TaxStatus.of(Values.required(order, "taxStatus")) == TaxStatus.FREE;
    return free ? TaxStatus.FREE : TaxStatus.GROSS;
  }

  private Price gross(ObjectNode transaction, List<Position> positions) {
    Price goods = Price.sum(positions.stream().map(Position::price).toList());
    ObjectNode order = tables.get("order", Values.required(transaction, "orderId"));
    boolean net = "net".equals(Values.text(order, "taxStatus"));
    BigDecimal total = net ? goods.total().add(goods.taxTotal()) : goods.total();
    return new Price(total, 1, total, goods.taxes(), goods.wholeShares());
  }

  private ObjectNode last(String orderId) {
    var rows = tables.where("order_transaction", "orderId", orderId);
    if (rows.isEmpty()) {
      throw Errors.notFound("order", orderId);
    }
    return rows.getLast();
  }
}
