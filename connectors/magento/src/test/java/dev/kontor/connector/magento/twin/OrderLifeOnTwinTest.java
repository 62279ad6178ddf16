package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.connector.magento.order.TranslatedOrder;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import dev.kontor.model.Refund;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with an order in the shop is seen by the next poll, as what it means. */
class OrderLifeOnTwinTest {

  private final MagentoBench bench = new MagentoBench();
  private final Connector connector =
      new MagentoProvider().connect(bench.settings(), bench.toolbox());
  private final Reader reader = connector.reader(EntityType.ORDER).orElseThrow();
  private final Placed order = bench.place(EntityType.ORDER);
  private Cursor cursor = new Cursor("");

  @BeforeEach
  void catchUp() {
    cursor = reader.changes(null, 100).next();
    bench.place(EntityType.ORDER);
    cursor = reader.changes(cursor, 100).next();
  }

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  private String item(int index) {
    return bench.shop().truth(order.id()).path("items").path(index).path("item_id").asString();
  }

  /** As an administrator; then the order as the next poll brings it. */
  private TranslatedOrder after(String path, String body) {
    bench.shop().clock.advance(Duration.ofMinutes(1));
    bench.shop().admin("POST", "/rest/all/V1/" + path, ModelJson.parse(body));
    Page page = reader.changes(cursor, 100);
    cursor = page.next();
    assertThat(page.documents()).extracting(Document::id).contains(order.id());
    Document now = reader.fetch(List.of(order.id())).getFirst();
    return new TranslatedOrder(Objects.requireNonNull(now.content()));
  }

  @Test
  void shippedInPartPaidAndRefunded() {
    TranslatedOrder shipped =
        after(
            "order/" + order.id() + "/ship",
            """
            {"items": [{"order_item_id": %s, "qty": 2}], "tracks": [{"track_number": "0034",
             "title": "DHL", "carrier_code": "custom"}],
             "arguments": {"extension_attributes": {"source_code": "lager-nord"}}}\
            """
                .formatted(item(0)));
    Delivery[] deliveries = shipped.read("deliveries", Delivery[].class);
    assertThat(deliveries)
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.SHIPPED, DeliveryState.OPEN);
    assertThat(deliveries[0].trackingCodes()).containsExactly("0034");
    assertThat(deliveries[0].lines().getFirst().quantity()).isEqualByComparingTo("2");
    assertThat(deliveries[1].lines()).hasSize(2);

    TranslatedOrder paid = after("order/" + order.id() + "/invoice", "{\"capture\": true}");
    Payment payment = paid.read("payments", Payment[].class)[0];
    assertThat(payment.state()).isEqualTo(PaymentState.PAID);
    assertThat(payment.captures()).hasSize(1);
    assertThat(payment.captured()).isEqualByComparingTo(payment.amount());

    TranslatedOrder refunded =
        after(
            "order/" + order.id() + "/refund",
            "{\"items\": [{\"order_item_id\": %s, \"qty\": 1}]}".formatted(item(0)));
    Refund refund = refunded.read("refunds", Refund[].class)[0];
    assertThat(refund.lines().getFirst().quantity()).isEqualByComparingTo("1");
    assertThat(refund.taxes()).isNotEmpty();
    assertThat(refunded.read("paymentState", PaymentState.class))
        .isEqualTo(PaymentState.REFUNDED_PARTIALLY);
  }

  @Test
  void heldThenCancelled() {
    TranslatedOrder held = after("orders/" + order.id() + "/hold", "{}");
    assertThat(held.call("tags").toString()).contains("holded");
    TranslatedOrder free = after("orders/" + order.id() + "/unhold", "{}");
    assertThat(free.call("tags").toString()).doesNotContain("holded");
    TranslatedOrder cancelled = after("orders/" + order.id() + "/cancel", "{}");
    assertThat(cancelled.order().path("state").asString()).isEqualTo("canceled");
    assertThat(cancelled.read("paymentState", PaymentState.class))
        .isEqualTo(PaymentState.CANCELLED);
    assertThat(cancelled.read("deliveries", Delivery[].class))
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.CANCELLED);
  }
}
