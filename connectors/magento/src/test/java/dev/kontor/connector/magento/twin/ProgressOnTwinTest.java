package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the ERP does with an order is in the shop once, whoever told of it first. */
class ProgressOnTwinTest {

  private final MagentoBench bench = new MagentoBench();
  private final TwinShop shop = bench.shop();
  private final Connector connector =
      new MagentoProvider().connect(bench.with("progress", "{}"), bench.toolbox());

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  private static ObjectNode event(Placed order, String kind, String state) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("kind", kind)
        .put("orderId", order.id())
        .put("erpState", state);
  }

  /**
   * @param lines such as {@code KOCHER-F1 2, GAS-230 1}
   */
  private static JsonNode shipped(
      Placed order, String number, String state, String code, String lines) {
    ObjectNode event = event(order, "SHIPPED", state);
    ObjectNode shipment = event.putObject("shipment").put("number", number).put("carrier", "DHL");
    if (!code.isEmpty()) {
      shipment.putArray("trackingCodes").add(code);
    }
    for (String line : lines.split(", ")) {
      String[] parts = line.split(" ");
      shipment.withArray("lines").addObject().put("sku", parts[0]).put("quantity", parts[1]);
    }
    return event;
  }

  private static JsonNode invoiced(Placed order, String number, String state, String gross) {
    ObjectNode event = event(order, "INVOICED", state);
    event
        .putObject("invoice")
        .put("number", number)
        .put("date", "2026-11-21")
        .put("currency", "EUR")
        .put("gross", gross);
    return event;
  }

  private Outcome write(Connector with, JsonNode event) {
    Writer writer = with.writer(EntityType.ORDER_PROGRESS).orElseThrow();
    String order = event.path("orderId").asString("");
    return writer.write(List.of(new Write("k", Write.Action.UPDATE, "", order, event))).getFirst();
  }

  private void told(JsonNode event) {
    shop.tick();
    assertThat(write(connector, event)).isInstanceOf(Outcome.Written.class);
  }

  private Prepared prepared(JsonNode event) {
    Writer writer = connector.writer(EntityType.ORDER_PROGRESS).orElseThrow();
    return writer.prepare(event, event);
  }

  private JsonNode shipments(Placed order) {
    return document(order).path("shipments");
  }

  private JsonNode document(Placed order) {
    Document document =
        connector
            .reader(EntityType.ORDER)
            .orElseThrow()
            .find(new Identity.NativeId(order.id()))
            .getFirst();
    return Objects.requireNonNull(document.content());
  }

  private String shippedPieces(Placed order) {
    StringBuilder pieces = new StringBuilder();
    for (JsonNode item : shop.truth(order.id()).path("items")) {
      pieces.append(item.path("sku").asString()).append(' ').append(item.path("shipped").asInt());
      pieces.append("; ");
    }
    return pieces.toString();
  }

  private String comments(Placed order) {
    return shop.truth(order.id()).path("comments").toString();
  }

  @Test
  void aPartLeavesWithItsTrackingNumberAndThenTheRest() {
    Placed order = shop.order("");
    JsonNode first = shipped(order, "S1", "SHIPPED_PARTIALLY", "0034", "KOCHER-F1 2");
    told(first);
    told(first);
    assertThat(shippedPieces(order)).isEqualTo("KOCHER-F1 2; GAS-230 0; ");
    assertThat(shop.at("KOCHER-F1", "lager-nord").asInt()).isEqualTo(498);
    told(shipped(order, "S2", "SHIPPED", "0035", "KOCHER-F1 1, GAS-230 2"));
    assertThat(shippedPieces(order)).isEqualTo("KOCHER-F1 3; GAS-230 2; ");
    assertThat(shop.truth(order.id()).path("tracks").toString()).isEqualTo("[\"0034\",\"0035\"]");
    JsonNode track = shipments(order).path(0).path("tracks").path(0);
    assertThat(track.path("title").asString()).isEqualTo("DHL");
    assertThat(track.path("carrier_code").asString()).isEqualTo("custom");
  }

  @Test
  void equalShipmentsAreTwoAndALostAnswerMakesNone() {
    Placed order = shop.order("");
    told(shipped(order, "S1", "SHIPPED_PARTIALLY", "", "KOCHER-F1 1"));
    JsonNode second = shipped(order, "S2", "SHIPPED_PARTIALLY", "", "KOCHER-F1 1");
    bench.trouble(Trouble.LOST_ANSWER, EntityType.ORDER_PROGRESS);
    assertThat(write(connector, second)).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.ORDER_PROGRESS);
    told(second);
    assertThat(shippedPieces(order)).isEqualTo("KOCHER-F1 2; GAS-230 0; ");
    assertThat(shipments(order)).hasSize(2);
  }

  @Test
  void aVariantAndABundleLeaveByTheirOwnRows() {
    Placed jacket = shop.order("JACKE-TAN-M", 2);
    told(shipped(jacket, "S1", "SHIPPED_PARTIALLY", "", "JACKE-TAN-M 1"));
    assertThat(shippedPieces(jacket)).startsWith("JACKE-TAN-M 1; ");
    Placed set = shop.order("SET-CAMP", 2);
    assertThat(prepared(shipped(set, "S2", "SHIPPED_PARTIALLY", "", "KOCHER-F1 1")))
        .isInstanceOfSatisfying(
            Prepared.Ready.class, ready -> assertThat(ready.notes()).hasSize(1));
    told(shipped(set, "S2", "SHIPPED_PARTIALLY", "", "KOCHER-F1 1"));
    assertThat(shipments(set)).isEmpty();
    told(shipped(set, "S3", "SHIPPED_PARTIALLY", "", "KOCHER-F1 1, GAS-230 2, MAHL-DAL 3"));
    assertThat(shipments(set)).hasSize(1);
    told(shipped(set, "S4", "SHIPPED", "", "GAS-230 2, MAHL-DAL 3"));
    assertThat(shipments(set)).hasSize(2);
    assertThat(shop.at("MAHL-DAL", "lager-nord").asInt()).isEqualTo(494);
  }

  @Test
  void whatTheShopsPeopleShippedIsNotShippedAgainButGetsItsNumber() {
    Placed order = shop.order("");
    JsonNode item = shop.truth(order.id()).path("items").path(0).path("item_id");
    shop.admin(
        "POST",
        "/rest/all/V1/order/" + order.id() + "/ship",
        ModelJson.parse(
            """
            {"items": [{"order_item_id": %s, "qty": 2}],
             "arguments": {"extension_attributes": {"source_code": "lager-nord"}}}"""
                .formatted(item)));
    JsonNode event = shipped(order, "S1", "SHIPPED_PARTIALLY", "0034", "KOCHER-F1 2");
    told(event);
    told(event);
    assertThat(shippedPieces(order)).isEqualTo("KOCHER-F1 2; GAS-230 0; ");
    assertThat(shop.truth(order.id()).path("tracks").toString()).isEqualTo("[\"0034\"]");
    assertThat(comments(order)).isEqualTo("[\"ERP shipment S1 is the shop's shipment 000000001\"]");
    told(shipped(order, "S2", "SHIPPED_PARTIALLY", "", "KOCHER-F1 1"));
    assertThat(shippedPieces(order)).isEqualTo("KOCHER-F1 3; GAS-230 0; ");
  }

  @Test
  void whatTheErpShippedIsToldApartFromWhatTheShopReports() {
    Placed order = shop.order("");
    told(shipped(order, "S1", "SHIPPED_PARTIALLY", "", "KOCHER-F1 2"));
    JsonNode deliveries =
        Objects.requireNonNull(new MagentoProvider().functions().get("deliveries"))
            .apply(List.of(document(order), ModelJson.parse("{}")));
    assertThat(deliveries.path(0).path("told").asBoolean()).isTrue();
    assertThat(deliveries.path(1).path("told").asBoolean()).isFalse();
  }

  @Test
  void goodsLeaveTheSourceThatHasThem() {
    shop.stock("ISO-59", "lager-nord", 1);
    Placed order = shop.order("ISO-59", 3);
    told(shipped(order, "S1", "SHIPPED", "", "ISO-59 3"));
    assertThat(shop.at("ISO-59", "lager-sued").asInt()).isEqualTo(137);
  }

  @Test
  void eachShipmentLeavesThePlaceThatTheErpNames() {
    Placed order = shop.order("ISO-59", 5);
    try (Connector placed =
        new MagentoProvider()
            .connect(
                bench.with(
                    "progress",
                    "{\"source\":\"lager-nord\",\"locations\":{\"SUED\":\"lager-sued\"}}"),
                bench.toolbox())) {
      assertThat(
              write(
                  placed, from("SUED", shipped(order, "S1", "SHIPPED_PARTIALLY", "", "ISO-59 2"))))
          .isInstanceOf(Outcome.Written.class);
      assertThat(write(placed, from("NORD", shipped(order, "S2", "SHIPPED", "", "ISO-59 3"))))
          .isInstanceOf(Outcome.Written.class);
    }
    assertThat(shop.at("ISO-59", "lager-sued").asInt()).isEqualTo(138);
    assertThat(shop.at("ISO-59", "lager-nord").asInt()).isEqualTo(497);
  }

  private static JsonNode from(String location, JsonNode event) {
    ((ObjectNode) event.path("shipment")).put("location", location);
    return event;
  }

  @Test
  void anInvoiceIsACommentUnlessTheSettingsWantMore() {
    Placed order = shop.order("");
    String total = shop.truth(order.id()).path("grand_total").asString();
    told(invoiced(order, "103001", "COMPLETED", total));
    told(invoiced(order, "103001", "COMPLETED", total));
    assertThat(comments(order))
        .isEqualTo("[\"ERP invoice 103001 of 2026-11-21, " + total + " EUR\"]");
    assertThat(shop.truth(order.id()).path("items").path(0).path("invoiced").asInt()).isZero();
  }

  @Test
  void anInvoiceOfAllIsMadeOnceAndAPartWaitsForTheRest() {
    try (Connector capturing =
        new MagentoProvider()
            .connect(bench.with("progress", "{\"invoices\": \"capture\"}"), bench.toolbox())) {
      Placed order = shop.order("");
      assertThat(write(capturing, invoiced(order, "103001", "SHIPPED_PARTIALLY", "10.00")))
          .isInstanceOf(Outcome.Written.class);
      assertThat(shop.truth(order.id()).path("items").path(0).path("invoiced").asInt()).isZero();
      JsonNode last = invoiced(order, "103002", "COMPLETED", "20.00");
      bench.trouble(Trouble.LOST_ANSWER, EntityType.ORDER_PROGRESS);
      assertThat(write(capturing, last)).isInstanceOf(Fault.OutcomeUnknown.class);
      bench.trouble(Trouble.NONE, EntityType.ORDER_PROGRESS);
      assertThat(write(capturing, last)).isInstanceOf(Outcome.Written.class);
      assertThat(shop.truth(order.id()).path("items").path(0).path("invoiced").asInt())
          .isEqualTo(3);
      assertThat(shop.truth(order.id()).path("comments")).hasSize(2);
      assertThat(document(order).path("invoices")).hasSize(1);
    }
  }

  @Test
  void aCancelledOrderIsCancelledOnceAndAnInvoicedOneIsForPeople() {
    Placed order = shop.order("");
    JsonNode cancelled = event(order, "CANCELLED", "CANCELLED");
    bench.trouble(Trouble.LOST_ANSWER, EntityType.ORDER_PROGRESS);
    assertThat(write(connector, cancelled)).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.ORDER_PROGRESS);
    told(cancelled);
    assertThat(shop.truth(order.id()).path("state").asString()).isEqualTo("canceled");
    assertThat(prepared(shipped(order, "S1", "SHIPPED", "", "KOCHER-F1 1")))
        .isInstanceOf(Prepared.Refused.class);
    Placed paid = shop.order("");
    shop.admin(
        "POST",
        "/rest/all/V1/order/" + paid.id() + "/invoice",
        ModelJson.parse("{\"capture\":true}"));
    assertThat(write(connector, event(paid, "CANCELLED", "CANCELLED")))
        .isInstanceOf(Fault.Invalid.class);
    assertThat(shop.truth(paid.id()).path("state").asString()).isEqualTo("processing");
  }

  @Test
  void whatIsOnHoldInTheShopIsForPeople() {
    Placed order = shop.order("");
    shop.admin("POST", "/rest/all/V1/orders/" + order.id() + "/hold", ModelJson.parse("{}"));
    assertThat(prepared(shipped(order, "S1", "SHIPPED", "", "KOCHER-F1 1")))
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            refused -> assertThat(refused.fault().message()).contains("holded"));
  }

  @Test
  void creditMemosAndReleasesAreComments() {
    Placed order = shop.order("");
    ObjectNode credited = event(order, "CREDITED", "COMPLETED");
    credited
        .putObject("creditMemo")
        .put("number", "104001")
        .put("date", "2026-11-22")
        .put("currency", "EUR")
        .put("gross", "5.00");
    told(event(order, "RELEASED", "RELEASED"));
    told(credited);
    told(credited);
    assertThat(comments(order))
        .isEqualTo(
            "[\"ERP released the order\",\"ERP credit memo 104001 of 2026-11-22, 5.00 EUR\"]");
  }
}
