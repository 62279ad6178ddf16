package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.model.OrderProgress;
import dev.kontor.spi.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether an open order may be posted without a person: whole, and coming to what its shop says. Of
 * an order that was not posted yet only the gross is sure to be what will be posted (totals.md rule
 * 8).
 */
final class PostingJudge {

  static final String GROSS = "totalAmountIncludingTax";

  private static final String CURRENCY = "currencyCode";
  private static final String LINES = "salesOrderLines";

  private final Configuration configuration;

  PostingJudge(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Why not yet, or not at all; empty if it may.
   *
   * @param order with its lines
   * @param wanted the shop's total and its currency
   */
  Optional<Fault> obstacle(JsonNode order, JsonNode wanted) {
    return waiting(order).or(() -> differing(order, wanted)).or(() -> handled(order));
  }

  private Optional<Fault> waiting(JsonNode order) {
    String number = Json.text(order, "number", "");
    if (Json.option(order, "status").equals("In Review")) {
      return missing(number, "waits for its approval; it is posted as soon as it is approved");
    }
    boolean ships = configuration.invoices() == InvoiceRule.SHIP_AND_INVOICE;
    boolean shipped =
        OrderStates.of(List.of(order), List.of(), List.of()) == OrderProgress.State.SHIPPED;
    return ships || shipped
        ? Optional.empty()
        : missing(number, "is not shipped as a whole; it is invoiced as soon as it is");
  }

  private static Optional<Fault> missing(String number, String what) {
    return Optional.of(
        new Fault.Missing(EntityType.SHIPMENT, number, "order " + number + " " + what));
  }

  private Optional<Fault> differing(JsonNode order, JsonNode wanted) {
    String there = in(order);
    String shop = in(wanted);
    BigDecimal difference = Json.number(order, GROSS).subtract(Json.number(wanted, GROSS));
    boolean same = Json.text(order, CURRENCY, "").equalsIgnoreCase(Json.text(wanted, CURRENCY, ""));
    return same && difference.abs().compareTo(configuration.tolerance()) <= 0
        ? Optional.empty()
        : held(
            GROSS,
            "order "
                + Json.text(order, "number", "")
                + " comes to "
                + there
                + " in Business Central and to "
                + shop
                + " in the shop; correct one of them and resubmit this message, or post it by hand");
  }

  private static String in(JsonNode document) {
    return Json.number(document, GROSS).toPlainString() + " " + Json.text(document, CURRENCY, "");
  }

  /** What people chose to leave for later is not theirs alone any more once it is posted. */
  private static Optional<Fault> handled(JsonNode order) {
    return order
        .path(LINES)
        .valueStream()
        .filter(line -> !isWhole(line, "shipQuantity", "shippedQuantity"))
        .findFirst()
        .or(
            () ->
                order
                    .path(LINES)
                    .valueStream()
                    .filter(line -> !isWhole(line, "invoiceQuantity", "invoicedQuantity"))
                    .findFirst())
        .flatMap(
            line ->
                held(
                    LINES,
                    "only a part of order "
                        + Json.text(order, "number", "")
                        + " would be posted, as "
                        + LineInWords.of(line)
                        + " has other quantities to ship or to invoice than are left of it; enter"
                        + " Qty. to Ship and Qty. to Invoice and resubmit this message, or post it by"
                        + " hand"));
  }

  private static boolean isWhole(JsonNode line, String next, String done) {
    BigDecimal left = Json.number(line, "quantity").subtract(Json.number(line, done));
    return !line.has(next) || Json.number(line, next).compareTo(left) == 0;
  }

  private static Optional<Fault> held(String field, String problem) {
    return Optional.of(new Fault.Invalid(field, problem, null));
  }
}
