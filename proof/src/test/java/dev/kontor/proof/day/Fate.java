package dev.kontor.proof.day;

import static dev.kontor.proof.day.Step.now;
import static dev.kontor.proof.day.Step.takenOut;
import static dev.kontor.proof.day.Step.transferred;

import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of an order, as it does in every shop.
 *
 * @param steps what people do with it, one after the other
 */
record Fate(String name, List<Step> steps) {

  private static final List<Step> TWO_INVOICES =
      List.of(
          transferred((d, o) -> d.ship(o, 1, "A")),
          now((d, o) -> d.clerk(o, "invoice")),
          now((d, o) -> d.ship(o, 0, "B")),
          now((d, o) -> d.clerk(o, "invoice")));

  /** Those that the hub carries out by itself. */
  static final List<Fate> ORDINARY =
      List.of(
          of("plain"),
          of("late payer", now((d, o) -> d.shop(o, "pay", null))),
          of("cancelled at once", now((d, o) -> d.shop(o, "cancel", null))),
          of("cancelled later", transferred((d, o) -> d.shop(o, "cancel", null))),
          of("edited at once", now((d, o) -> d.shop(o, "edit", pieces(o, 5)))),
          of(
              "edited later",
              transferred((d, o) -> d.shop(o, "edit", pieces(o, 6))),
              now((d, o) -> d.shop(o, "edit", pieces(o, 2)))),
          of("released", transferred((d, o) -> d.clerk(o, "release"))),
          of("shipped in part", transferred((d, o) -> d.ship(o, 1, "A"))),
          of("shipped", transferred((d, o) -> d.ship(o, 0, "A"))),
          of("invoiced", transferred((d, o) -> d.invoice(o))),
          of(
              "two parcels",
              transferred((d, o) -> d.ship(o, 1, "A")),
              now((d, o) -> d.ship(o, 0, "B")),
              now((d, o) -> d.clerk(o, "invoice"))),
          new Fate("two invoices", TWO_INVOICES),
          of(
              "refunded whole",
              now((d, o) -> d.shop(o, "pay", null)),
              transferred((d, o) -> d.invoice(o)),
              now((d, o) -> d.shop(o, "refund", amount(o.gross())))),
          of(
              "refunded twice",
              now((d, o) -> d.shop(o, "pay", null)),
              transferred((d, o) -> d.invoice(o)),
              now((d, o) -> d.shop(o, "refund", amount("1.23"))),
              now((d, o) -> d.shop(o, "refund", amount("0.77")))),
          of(
              "refunded goods",
              now((d, o) -> d.shop(o, "pay", null)),
              transferred((d, o) -> d.invoice(o)),
              now((d, o) -> d.shop(o, "refund", pieces(o, 1)))),
          of(
              "refunded before the invoice",
              now((d, o) -> d.shop(o, "pay", null)),
              now((d, o) -> d.shop(o, "refund", amount("1.00"))),
              transferred((d, o) -> d.invoice(o))),
          of(
              "invoice taken back",
              transferred((d, o) -> d.invoice(o)),
              now((d, o) -> d.takeBack(o))));

  /** Those that a person has to decide about, and the hub says why. */
  static final List<Fate> FOR_PEOPLE =
      List.of(
          of(
              "edited after shipment",
              transferred((d, o) -> d.ship(o, 0, "A")),
              now((d, o) -> d.shop(o, "edit", pieces(o, 7)))),
          of(
              "cancelled after shipment",
              transferred((d, o) -> d.ship(o, 0, "A")),
              now((d, o) -> d.shop(o, "cancel", null))),
          of(
              "reopened",
              transferred((d, o) -> d.shop(o, "cancel", null)),
              takenOut((d, o) -> d.shop(o, "reopen", null))),
          new Fate("refunded of two invoices", refundedOfTwo()),
          of(
              "never invoiced",
              now((d, o) -> d.shop(o, "pay", null)),
              now((d, o) -> d.shop(o, "refund", amount("1.00")))));

  private static Fate of(String name, Step... steps) {
    return new Fate(name, List.of(steps));
  }

  private static List<Step> refundedOfTwo() {
    List<Step> steps = new ArrayList<>();
    steps.add(now((d, o) -> d.shop(o, "pay", null)));
    steps.addAll(TWO_INVOICES);
    steps.add(now((d, o) -> d.shop(o, "refund", amount("1.00"))));
    return List.copyOf(steps);
  }

  private static ObjectNode pieces(Placed placed, int pieces) {
    return Json.object().set("lines", Json.array().add(Order.line(placed.first(), pieces)));
  }

  private static ObjectNode amount(String amount) {
    return Json.object().put("amount", amount);
  }
}
