package dev.kontor.engine.capture;

import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * The part of an order whose change is an edit the target must know: lines, amounts, addresses,
 * currency. States, payments and tracking are events of their own, and extra data may be the hub's
 * own echo. What a buyer chose of a line stays as it is; only the catalogue's words for it change.
 */
public final class OrderFingerprint {

  private record Part(
      String number, String currency, List<?> lines, Object total, Object billTo, Object shipTo) {}

  // Custom data lies in maps whose order changes from process to process.
  private static final ObjectWriter WRITER =
      ModelJson.mapper().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private OrderFingerprint() {}

  /** The same for orders that differ in nothing of it. */
  public static byte[] of(Order order) {
    return WRITER.writeValueAsBytes(
        new Part(
            order.number(),
            order.currency(),
            order.lines().stream().map(OrderLine::plain).toList(),
            order.total(),
            order.billTo(),
            order.shipTo()));
  }
}
