package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.cart.Price;
import dev.kontor.twin.shopware.cart.PriceCalculator;
import dev.kontor.twin.shopware.cart.PriceJson;
import dev.kontor.twin.shopware.cart.TaxStatus;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a payment extension does: pays, and refunds with an amount in captures.refunds. */
public final class Payments {
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

  /** Pays the order's last transaction in full. */
  public void pay(String orderId) {
    tables.transact(
        () ->
            states.transition(
                "order_transaction", Values.required(last(orderId), "id"), "paid", false));
  }

  /** Refunds {@code amount}, in full when it is missing; never restocks. */
  public void refund(String orderId, JsonNode request) {
    tables.transact(
        () -> {
          ObjectNode transaction = last(orderId);
          String id = Values.required(transaction, "id");
          JsonNode amount = request.get("amount");
          if (amount == null) {
            return states.transition("order_transaction", id, "refund", false);
          }
          String reason = request.path("reason").asString("");
          refund(transaction, new BigDecimal(amount.asString()), reason);
          return states.transition("order_transaction", id, "refund_partially", false);
        });
  }

  private void refund(ObjectNode transaction, BigDecimal amount, String reason) {
    ObjectNode capture =
        Json.object()
            .put("id", keys.id())
            .put("orderTransactionId", Values.required(transaction, "id"))
            .put("stateId", lookup.stateId("order_transaction_capture.state", "completed"))
            .put("externalReference", "CAP-" + keys.capitals(8));
    capture.set("amount", transaction.get("amount"));
    tables.insert("order_transaction_capture", capture);
    ObjectNode refund =
        Json.object()
            .put("id", keys.id())
            .put("captureId", Values.required(capture, "id"))
            .put("stateId", lookup.stateId("order_transaction_capture_refund.state", "completed"))
            .put("externalReference", "RF-" + keys.capitals(8))
            .put("reason", reason);
    refund.set("amount", PriceJson.calculated(price(transaction, amount)));
    tables.insert("order_transaction_capture_refund", refund);
  }

  private Price price(ObjectNode transaction, BigDecimal amount) {
    ObjectNode order = tables.get("order", Values.required(transaction, "orderId"));
    boolean free = TaxStatus.of(Values.required(order, "taxStatus")) == TaxStatus.FREE;
    PriceCalculator calculator = new PriceCalculator(free ? TaxStatus.FREE : TaxStatus.GROSS, 2);
    Price paid = PriceJson.read(transaction.get("amount"));
    return calculator.price(amount, 1, calculator.shares(paid));
  }

  private ObjectNode last(String orderId) {
    var rows = tables.where("order_transaction", "orderId", orderId);
    if (rows.isEmpty()) {
      throw Errors.notFound("order", orderId);
    }
    return rows.getLast();
  }
}
