package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What of an order line is shipped and invoiced, and what the next posting takes. */
final class Handling {
  private Handling() {}

  /** Ordered, but not yet shipped or invoiced. */
  static BigDecimal open(JsonNode line, String done) {
    return Records.number(line, "quantity").subtract(Records.number(line, done));
  }

  /** Shipped, but not yet invoiced. */
  static BigDecimal uninvoiced(JsonNode line) {
    return Records.number(line, "shippedQuantity")
        .subtract(Records.number(line, "invoicedQuantity"));
  }

  /** Chooses what the next posting handles; more than is open is refused. */
  static void choose(ObjectNode line, String field, JsonNode value) {
    boolean ships = field.equals("shipQuantity");
    BigDecimal wanted = value.decimalValue();
    BigDecimal most =
        ships
            ? open(line, "shippedQuantity")
            : uninvoiced(line).add(Records.number(line, "shipQuantity"));
    if (wanted.abs().compareTo(most.abs()) > 0 || wanted.signum() * most.signum() < 0) {
      throw Faults.dialog(
          "You cannot %s more than %s units."
              .formatted(ships ? "ship" : "invoice", most.stripTrailingZeros().toPlainString()));
    }
    line.set(field, value);
    if (ships) {
      line.put("invoiceQuantity", uninvoiced(line).add(wanted));
    }
  }

  /** Another quantity ordered, not less than was shipped already. */
  static void order(SalesDocument document, ObjectNode line, JsonNode quantity) {
    BigDecimal shipped = Records.number(line, "shippedQuantity");
    BigDecimal wanted = quantity.decimalValue();
    if (wanted.signum() * shipped.signum() < 0 || wanted.abs().compareTo(shipped.abs()) < 0) {
      throw Faults.testField(
          "Quantity must not be less than Quantity Shipped in " + document.named(line));
    }
    line.set("quantity", quantity);
    rest(line);
  }

  /** All that is still open is handled next. */
  static void rest(ObjectNode line) {
    line.put("shipQuantity", open(line, "shippedQuantity"));
    line.put("invoiceQuantity", open(line, "invoicedQuantity"));
  }

  /** A line with shipped goods that nobody has paid for stays. */
  static void checkDelete(SalesDocument document, ObjectNode line) {
    BigDecimal uninvoiced = uninvoiced(line);
    if (uninvoiced.signum() != 0) {
      throw Faults.mustBeZero(
          "Qty. Shipped Not Invoiced", document.named(line), Records.decimal(uninvoiced));
    }
  }
}
