package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.refunds.CreditedOrder;
import dev.kontor.kit.refunds.RefundRules;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a refund into lines of an order, which are given back when it is entered. */
final class CreditLines {

  /** What a line that is given back has less than none of. */
  private static final List<String> BELOW = List.of("OrderedSalesQuantity", SalesLines.AMOUNT);

  private CreditLines() {}

  /**
   * Above zero, as the totals are foreseen with.
   *
   * @throws dev.kontor.spi.FaultException {@link dev.kontor.spi.Fault.Invalid} naming what cannot
   *     be credited
   */
  static ArrayNode of(OrderRefund refund, JsonNode settings) {
    return SalesLines.of(credited(refund, settings), settings(settings));
  }

  /** What the refund takes back, in the form of an order. */
  static Order credited(OrderRefund refund, JsonNode settings) {
    return CreditedOrder.of(refund, RefundRules.of(settings, /* withoutTax= */ false));
  }

  /** Refunds are credits with an item of their own where set, and have no charges of a header. */
  private static JsonNode settings(JsonNode settings) {
    ObjectNode changed = settings.deepCopy().asObject();
    changed.remove(ChargeCodes.SETTING);
    JsonNode own = settings.path("refundLine");
    return own.isObject() ? changed.set(LineItems.setting(LineKind.CREDIT), own) : changed;
  }

  /** The same line, given back. */
  static ObjectNode givenBack(ObjectNode line) {
    ObjectNode back = line.deepCopy();
    for (String field : BELOW) {
      BigDecimal value = Row.number(line, field);
      back.put(field, value.negate());
    }
    return back;
  }
}
