package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.Price;
import dev.kontor.model.PriceSheet;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the companion app adds, in the twin. */
class CompanionFlowsTest {

  private final TwinWorld world = TwinWorld.withCompanion();
  private final CountedToolbox counted = new CountedToolbox(world.toolbox);
  private final Connector connector = connect();

  private Connector connect() {
    ObjectNode settings = world.settingsJson().put("changeReleased", true);
    settings.set(
        "priceAudiences",
        ModelJson.parse(
            """
            {"basis":"net","groups":[{"code":"GROSS"}],
             "customers":[{"number":"10000"}]}"""));
    return new BusinessCentralProvider()
        .connect(new Settings("erp", settings, ZoneId.of("Europe/Berlin")), counted);
  }

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  @Test
  void aReleasedOrderIsReopenedChangedAndReleasedAgain() {
    JsonNode order = released();
    ObjectNode content = wanted(3);
    assertThat(amend(order, content)).isInstanceOf(Fault.Conflict.class);
    assertThat(read(order).path("status").asString())
        .as("open while it is changed")
        .isEqualTo("Draft");
    assertThat(amend(order, content)).isInstanceOf(Outcome.Written.class);
    JsonNode now = read(order);
    assertThat(now.path("status").asString()).isEqualTo("Open");
    assertThat(now.at("/salesOrderLines/0/quantity").decimalValue()).isEqualByComparingTo("3");
    assertThat(held(order)).isEmpty();
  }

  /** The hub died after the change, before the release: the next try finds the mark. */
  @Test
  void whatWasLeftOpenIsReleasedByTheNextTry() {
    JsonNode order = released();
    ObjectNode content = wanted(3);
    assertThat(amend(order, content)).isInstanceOf(Fault.Conflict.class);
    String line = read(order).at("/salesOrderLines/0/id").asString();
    world.call("PATCH", "salesOrderLines(" + line + ")", "{\"quantity\":3,\"unitPrice\":59.50}");
    assertThat(amend(order, content)).isInstanceOf(Outcome.Written.class);
    assertThat(read(order).path("status").asString()).isEqualTo("Open");
    assertThat(held(order)).isEmpty();
  }

  @Test
  void aChangeThatCanNeverSucceedLeavesTheOrderReleased() {
    JsonNode order = released();
    ObjectNode content = wanted(3);
    content
        .withArray("salesOrderLines")
        .addObject()
        .put("lineType", "Account")
        .put("lineObjectNumber", "NO-SUCH")
        .put("quantity", 1);
    assertThat(amend(order, content)).isInstanceOf(Fault.Conflict.class);
    assertThat(amend(order, content)).isInstanceOf(Fault.Invalid.class);
    JsonNode now = read(order);
    assertThat(now.path("status").asString()).isEqualTo("Open");
    assertThat(now.at("/salesOrderLines/0/quantity").decimalValue()).isEqualByComparingTo("2");
    assertThat(held(order)).isEmpty();
  }

  /** What the shop wants became impossible after the order was reopened for it. */
  @Test
  void anOrderReopenedForWhatIsRefusedNowIsReleasedAgain() {
    JsonNode order = released();
    assertThat(amend(order, wanted(3))).isInstanceOf(Fault.Conflict.class);
    assertThat(amend(order, wanted(3).put("currencyCode", "USD")))
        .isInstanceOf(Fault.Invalid.class);
    assertThat(read(order).path("status").asString()).isEqualTo("Open");
    assertThat(held(order)).isEmpty();
  }

  /** Both are told: why the change is refused, and that the order is open and why. */
  @Test
  void anOrderThatCannotBeReleasedAgainAfterARefusalIsNotCalledAsWanted() {
    JsonNode order = released();
    assertThat(amend(order, wanted(3))).isInstanceOf(Fault.Conflict.class);
    String line = read(order).at("/salesOrderLines/0/id").asString();
    world.call("DELETE", "salesOrderLines(" + line + ")", "");
    assertThat(amend(order, wanted(3).put("currencyCode", "USD")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused ->
                assertThat(refused.problem())
                    .contains("currencyCode differs", "nothing to release", "clear field On Hold")
                    .doesNotContain("as the shop wants it"));
  }

  @Test
  void aReleasedOrderThatChangedSinceItWasJudgedIsNotCancelled() {
    JsonNode order = released();
    counted.beforeWrite = () -> world.control("orders/" + number(order) + "/reopen", "{}");
    assertThat(write(order, Write.Action.DELETE, Json.object())).isInstanceOf(Fault.Conflict.class);
    assertThat(write(order, Write.Action.DELETE, Json.object()))
        .isInstanceOf(Outcome.Written.class);
  }

  @Test
  void anOrderAPersonPutOnHoldIsLeftToThem() {
    JsonNode order = released();
    world.companion("PATCH", "salesOrderDetails(" + id(order) + ")", "{\"onHold\":\"ABC\"}");
    assertThat(amend(order, wanted(3)))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> assertThat(refused.problem()).contains("on hold (ABC)"));
  }

  @Test
  void aShipmentTellsCarrierTrackingAndVariants() {
    world.twin.setup(
        ModelJson.parse(
            "{\"shippingAgents\":[{\"code\":\"DHL\",\"name\":\"DHL\",\"trackingUrl\":\"https://dhl.example/%1\"}]}"));
    JsonNode order = order();
    world.companion(
        "POST",
        "salesOrderDetails(" + id(order) + ")/Microsoft.NAV.ship",
        "{\"packageTrackingNumber\":\"JD01, JD02\",\"shippingAgentCode\":\"DHL\",\"shippingAgentServiceCode\":\"\",\"postingDate\":\"0001-01-01\"}");
    Reader reader = connector.reader(EntityType.ORDER_PROGRESS).orElseThrow();
    OrderProgress progress = progress(reader.fetch(List.of(number(order))).getFirst());
    Shipment shipment = progress.shipments().getFirst();
    assertThat(shipment.carrier()).isEqualTo("DHL");
    assertThat(shipment.trackingCodes()).containsExactly("JD01", "JD02");
    assertThat(shipment.lines()).extracting(Shipment.Line::sku).containsExactly("1001-BLAU-M");
    Attachment note = connector.files().orElseThrow().open(String.valueOf(shipment.deliveryNote()));
    assertThat(note.contentType()).isEqualTo("application/pdf");
  }

  @Test
  void sheetsSayWhatTheErpItselfWouldPutOnALine() {
    world.twin.setup(
        ModelJson.parse(
            """
            {"customers":[{"number":"10000","customerPriceGroup":"GROSS"}],
             "priceListLines":[
              {"priceListCode":"A","lineNumber":1,"assetNumber":"1000","unitPrice":48},
              {"priceListCode":"A","lineNumber":2,"assetNumber":"1000","unitPrice":40,"minimumQuantity":10},
              {"priceListCode":"B","lineNumber":1,"sourceType":"Customer Price Group","sourceNumber":"GROSS",
               "assetNumber":"1000","unitPrice":39.5,"minimumQuantity":5},
              {"priceListCode":"C","lineNumber":1,"sourceType":"Customer","sourceNumber":"10000",
               "assetNumber":"1000","lineDiscountPercent":5}]}"""));
    Reader reader = connector.reader(EntityType.PRICE).orElseThrow();
    Price price = price(reader.fetch(List.of("1000")).getFirst());
    for (PriceSheet.Break step : sheet(price, PriceSheet.Kind.CUSTOMER).breaks()) {
      JsonNode asked =
          world.twin.price(
              Json.object()
                  .put("customerNumber", "10000")
                  .put("itemNumber", "1000")
                  .put("quantity", step.from()));
      BigDecimal unit = asked.path("unitPrice").decimalValue();
      BigDecimal off = asked.path("discountPercent").decimalValue();
      assertThat(step.price().net())
          .as("from %s", step.from())
          .isEqualByComparingTo(
              unit.multiply(BigDecimal.valueOf(100).subtract(off)).movePointLeft(2));
    }
    assertThat(sheet(price, PriceSheet.Kind.CUSTOMER).breaks()).hasSize(2);
    assertThat(sheet(price, PriceSheet.Kind.CUSTOMER_GROUP).breaks()).hasSize(2);
  }

  @Test
  void aDeletedLineIsToldAtOnceAndAQuietRoundIsTwoCalls() {
    String line = "\"priceListCode\":\"A\",\"lineNumber\":1";
    world.twin.setup(
        ModelJson.parse(
            "{\"priceListLines\":[{" + line + ",\"assetNumber\":\"1000\",\"unitPrice\":48}]}"));
    Reader reader = connector.reader(EntityType.PRICE).orElseThrow();
    Page page = reader.changes(null, 100);
    while (page.more()) {
      page = reader.changes(page.next(), 100);
    }
    int calls = counted.calls.get();
    assertThat(reader.changes(page.next(), 100).documents()).isEmpty();
    assertThat(counted.calls.get() - calls).isEqualTo(2);
    world.twin.setup(ModelJson.parse("{\"priceListLines\":[{" + line + ",\"remove\":true}]}"));
    assertThat(reader.changes(page.next(), 100).documents())
        .extracting(Document::id)
        .contains("1000");
  }

  @Test
  void theCheckSaysWhatMissingPagesCost() {
    assertThat(connector.check()).noneMatch(f -> f.severity() == Finding.Severity.ERROR);
    try (TwinWorld bare = new TwinWorld();
        Connector without = new BusinessCentralProvider().connect(bare.settings(), bare.toolbox)) {
      assertThat(without.check())
          .anySatisfy(
              finding -> {
                assertThat(finding.subject()).isEqualTo("companion app");
                assertThat(finding.problem()).contains("price lists are not told", "tracking");
                assertThat(finding.remedy()).contains("Install");
              });
    }
  }

  private JsonNode order() {
    ObjectNode order = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    order.putArray("salesOrderLines").add(line(2));
    return read(world.call("POST", "salesOrders", order.toString()));
  }

  private JsonNode released() {
    JsonNode order = order();
    world.control("orders/" + number(order) + "/release", "{}");
    return order;
  }

  private ObjectNode wanted(int pieces) {
    ObjectNode content = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    content.putArray("salesOrderLines").add(line(pieces));
    return content;
  }

  private ObjectNode line(int pieces) {
    String item = world.id("items", "1001");
    String variant =
        world
            .call("GET", "itemVariants?$filter=itemNumber eq '1001' and code eq 'BLAU-M'", "")
            .at("/value/0/id")
            .asString();
    return Json.object()
        .put("lineType", "Item")
        .put("itemId", item)
        .put("itemVariantId", variant)
        .put("quantity", pieces)
        .put("unitPrice", new BigDecimal("59.50"));
  }

  private Outcome amend(JsonNode order, JsonNode content) {
    return write(order, Write.Action.UPDATE, content);
  }

  private Outcome write(JsonNode order, Write.Action action, JsonNode content) {
    Write write = new Write("k", action, "", id(order), content);
    return connector.writer(EntityType.ORDER).orElseThrow().write(List.of(write)).getFirst();
  }

  private JsonNode read(JsonNode order) {
    return world.call("GET", "salesOrders(" + id(order) + ")?$expand=salesOrderLines", "");
  }

  private String held(JsonNode order) {
    return world
        .companion("GET", "salesOrderDetails(" + id(order) + ")", "")
        .path("onHold")
        .asString("");
  }

  private static String id(JsonNode order) {
    return Json.text(order, "id", "");
  }

  private static String number(JsonNode order) {
    return Json.text(order, "number", "");
  }

  private static OrderProgress progress(Document document) {
    ObjectNode content = (ObjectNode) Objects.requireNonNull(document.content());
    content.remove("order");
    return ModelJson.mapper().treeToValue(content, OrderProgress.class);
  }

  private static Price price(Document document) {
    return ModelJson.mapper().treeToValue(Objects.requireNonNull(document.content()), Price.class);
  }

  private static PriceSheet sheet(Price price, PriceSheet.Kind kind) {
    return price.sheets().stream()
        .filter(sheet -> sheet.audience().kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
