package dev.kontor.connector.businesscentral;

import dev.kontor.contract.TwinBench;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.OrderShipment;
import dev.kontor.model.Payment;
import dev.kontor.model.PriceBasis;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the bench's documents might have been mapped from. */
final class BenchModels {

  private BenchModels() {}

  static JsonNode of(EntityType type, TwinBench.Sample sample) {
    Order order = order();
    return switch (type) {
      case ORDER, INVOICE -> ModelJson.tree(order);
      case PAYMENT -> {
        Payment payment = order.payments().getFirst();
        yield ModelJson.tree(new OrderPayment(order, payment, payment.captures().getFirst()));
      }
      case SHIPMENT -> ModelJson.tree(new OrderShipment(order, order.deliveries().getFirst()));
      case CREDIT_MEMO -> ModelJson.tree(new OrderRefund(order, order.refunds().getFirst()));
      case PRODUCT,
          PRICE,
          STOCK,
          CUSTOMER,
          ORDER_PROGRESS,
          RETURN,
          PAYOUT,
          QUOTE,
          CREDIT_STATUS,
          DOCUMENT_FILE,
          LEAD,
          CASE ->
          sample.write().content();
    };
  }

  private static Order order() {
    return SampleOrder.in(PriceBasis.GROSS)
        .goods("1000", "2", "59.50", "119.00", "19")
        .paid("119.00")
        .delivery(new Delivery("d", null, DeliveryState.SHIPPED, null, List.of()))
        .refund("r1", "10.00")
        .build();
  }
}
