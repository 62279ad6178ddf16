package dev.kontor.connector.businesscentral;

import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderRefund;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a refund into lines of a credit memo, as {@link SalesLines} does with an order. */
final class CreditLines {

  private CreditLines() {}

  /**
   * The contributed function {@code creditLines(orderRefund, settings)}.
   *
   * @throws dev.kontor.spi.FaultException {@link dev.kontor.spi.Fault.Invalid} naming what cannot
   *     be credited
   */
  static JsonNode apply(List<JsonNode> arguments) {
    OrderRefund refund = ModelJson.mapper().treeToValue(arguments.get(0), OrderRefund.class);
    JsonNode settings = arguments.get(1);
    return SalesLines.of(CreditedOrder.of(refund, RefundRules.of(settings)), settings(settings));
  }

  /** Refunds are credits, on an account of their own where one is set. */
  static JsonNode settings(JsonNode settings) {
    JsonNode own = settings.path("refundLine");
    return own.isObject() && settings.isObject()
        ? ((ObjectNode) settings).deepCopy().set(LineTargets.setting(LineKind.CREDIT), own)
        : settings;
  }
}
