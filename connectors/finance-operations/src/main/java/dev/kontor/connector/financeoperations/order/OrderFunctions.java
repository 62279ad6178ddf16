package dev.kontor.connector.financeoperations.order;

import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
import dev.kontor.spi.MappingFunction;
import java.util.Map;

/** What the mappings call about orders. */
public final class OrderFunctions {

  private OrderFunctions() {}

  /**
   * {@code salesLines(order, settings)} and {@code creditLines(orderRefund, settings)}: see {@link
   * SalesLines} and {@link CreditLines}.
   */
  public static Map<String, MappingFunction> all() {
    return Map.of(
        "salesLines",
        arguments ->
            SalesLines.of(
                ModelJson.mapper().treeToValue(arguments.getFirst(), Order.class),
                arguments.get(1)),
        "creditLines",
        arguments ->
            CreditLines.of(
                ModelJson.mapper().treeToValue(arguments.getFirst(), OrderRefund.class),
                arguments.get(1)));
  }
}
