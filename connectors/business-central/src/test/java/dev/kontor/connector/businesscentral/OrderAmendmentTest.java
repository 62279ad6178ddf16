package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders that the shop changed or cancelled after their transfer, in the twin. */
class OrderAmendmentTest {

  private final TwinWorld world = new TwinWorld();
  private final CountedToolbox counted = new CountedToolbox(world.toolbox);
  private final Connector connector =
      new BusinessCentralProvider().connect(world.settings(), counted);
  private final Writer writer = connector.writer(EntityType.ORDER).orElseThrow();

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  @Test
  void anEditedOrderIsMadeEqualToTheCentWithTheFewestChanges() {
    JsonNode created = created(basket("2", "119.80").build(), "S-1");
    List<String> before = lineIds(created);
    SampleOrder edited = basket("3", "179.70").goods("1001-BLAU-M", "1", "49.99", "49.99", "19");
    Order order = edited.build();
    assertThat(amend(created, content(order), "S-1")).isInstanceOf(Outcome.Written.class);
    JsonNode now = order(created);
    assertThat(now.path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo(order.total().gross());
    assertThat(lineIds(now))
        .as("what stayed is the very same line")
        .startsWith(before.get(0), before.get(1));
    assertThat(lineIds(now)).hasSize(3);
  }

  @Test
  void aLineThatWentAndAnAddressThatMovedAreFollowed() {
    JsonNode created = created(basket("2", "119.80").build(), "S-2");
    ObjectNode content =
        content(
            SampleOrder.in(PriceBasis.GROSS).goods("1000", "2", "59.90", "119.80", "19").build());
    content.put("shipToCity", "Flensburg");
    assertThat(amend(created, content, "S-2")).isInstanceOf(Outcome.Written.class);
    JsonNode now = order(created);
    assertThat(now.path("shipToCity").asString()).isEqualTo("Flensburg");
    assertThat(lineIds(now)).containsExactly(lineIds(created).getFirst());
  }

  @Test
  void aRepetitionReadsAndWritesNothing() {
    JsonNode created = created(basket("2", "119.80").build(), "S-3");
    ObjectNode content = content(basket("5", "299.50").build());
    Outcome first = amend(created, content, "S-3");
    int calls = counted.calls.get();
    assertThat(amend(created, content, "S-3")).isEqualTo(first);
    assertThat(counted.calls.get() - calls).isEqualTo(1);
  }

  @Test
  void aChangeThatFailsHalfWayLeavesTheOrderAsItWas() {
    JsonNode created = created(basket("2", "119.80").build(), "S-4");
    ObjectNode content = content(basket("3", "179.70").build());
    content
        .withArray("salesOrderLines")
        .addObject()
        .put("lineType", "Account")
        .put("lineObjectNumber", "NO-SUCH")
        .put("quantity", 1);
    assertThat(amend(created, content, "S-4"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused ->
                assertThat(refused.problem())
                    .contains("was left as it was", "2 × 1000 at 59.9 should be 3 × 1000 at 59.9"));
    assertThat(order(created).path("salesOrderLines")).isEqualTo(created.path("salesOrderLines"));
  }

  @Test
  void shippedPiecesAreNamedAndTheRestIsLeftToAPerson() {
    JsonNode created = created(basket("2", "119.80").build(), "S-5");
    int sequence = created.at("/salesOrderLines/0/sequence").asInt();
    control(created, "ship", "{\"lines\":[{\"sequence\":" + sequence + ",\"quantity\":1}]}");
    assertThat(amend(created, content(basket("1", "59.90").build()), "S-5"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused ->
                assertThat(refused.problem())
                    .contains("2 × 1000 at 59.9 (shipped 1, invoiced 0)", "credit memo"));
  }

  @Test
  void aReleasedOrderSaysWhatDiffersAndWhoMustReopenIt() {
    JsonNode created = created(basket("2", "119.80").build(), "S-6");
    control(created, "release", "{}");
    assertThat(amend(created, content(basket("2", "119.80").build()), "S-6"))
        .as("an equal one is no matter")
        .isInstanceOf(Outcome.Written.class);
    assertThat(amend(created, content(basket("3", "179.70").build()), "S-6"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("status");
              assertThat(refused.problem()).contains("released", "should be 3 × 1000", "Reopen");
            });
  }

  @Test
  void currencyAndCustomerAreNotChangedUnderTheLines() {
    JsonNode created = created(basket("2", "119.80").build(), "S-7");
    ObjectNode content = content(basket("2", "119.80").build()).put("currencyCode", "USD");
    assertThat(amend(created, content, "S-7"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, refused -> assertThat(refused.field()).isEqualTo("currencyCode"));
  }

  @Test
  void aPostedOrderAndADeletedOneAreToldApart() {
    JsonNode posted = created(basket("2", "119.80").build(), "S-8");
    control(posted, "shipAndInvoice", "{}");
    ObjectNode content = content(basket("3", "179.70").build());
    assertThat(amend(posted, content, "S-8"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> assertThat(refused.problem()).contains("was posted (invoice"));
    assertThat(cancel(posted, "S-8"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> assertThat(refused.problem()).contains("was posted (invoice"));
    JsonNode deleted = created(basket("2", "119.80").build(), "S-9");
    assertThat(cancel(deleted, "S-9")).isInstanceOf(Outcome.Written.class);
    assertThat(cancel(deleted, "S-9")).as("repeated").isInstanceOf(Outcome.Written.class);
    assertThat(amend(deleted, content, "S-9"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, refused -> assertThat(refused.problem()).contains("was deleted"));
  }

  @Test
  void whatIsShippedOrReleasedIsNotCancelled() {
    JsonNode shipped = created(basket("2", "119.80").build(), "S-10");
    control(shipped, "ship", "{}");
    assertThat(cancel(shipped, "S-10"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> assertThat(refused.problem()).contains("(shipped 2, invoiced 0)"));
    JsonNode released = created(basket("2", "119.80").build(), "S-11");
    control(released, "release", "{}");
    assertThat(cancel(released, "S-11"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> assertThat(refused.problem()).contains("changeReleased"));
    assertThat(order(released).path("number")).isEqualTo(released.path("number"));
  }

  /** The warehouse releases it between the look at it and the deletion. */
  @Test
  void anOrderThatChangedSinceItWasJudgedIsNotCancelled() {
    JsonNode order = created(basket("2", "119.80").build(), "S-12");
    counted.beforeWrite = () -> control(order, "release", "{}");
    assertThat(cancel(order, "S-12")).isInstanceOf(Fault.Conflict.class);
    assertThat(order(order).path("status").asString()).isEqualTo("Open");
  }

  private static SampleOrder basket(String pieces, String amount) {
    SampleOrder orders =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", pieces, "59.90", amount, "19");
    return orders.other(LineKind.SHIPPING, orders.share("4.90", "19"));
  }

  private ObjectNode content(Order order) {
    Prepared prepared = writer.prepare(mapped(order), ModelJson.tree(order));
    assertThat(prepared).isInstanceOf(Prepared.Ready.class);
    return ((ObjectNode) ((Prepared.Ready) prepared).content()).deepCopy();
  }

  private ObjectNode mapped(Order order) {
    ObjectNode mapped = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    mapped.set(
        "salesOrderLines", SalesLines.apply(List.of(ModelJson.tree(order), world.settingsJson())));
    return mapped;
  }

  private JsonNode created(Order order, String reference) {
    Outcome outcome =
        writer
            .write(
                List.of(
                    new Write(
                        "k" + reference, Write.Action.CREATE, reference, null, content(order))))
            .getFirst();
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    return order(((Outcome.Written) outcome).id());
  }

  private JsonNode order(JsonNode created) {
    return order(Json.text(created, "id", ""));
  }

  private JsonNode order(String id) {
    return world.call("GET", "salesOrders(" + id + ")?$expand=salesOrderLines", "");
  }

  private Outcome amend(JsonNode created, JsonNode content, String reference) {
    return write(created, Write.Action.UPDATE, content, reference);
  }

  private Outcome cancel(JsonNode created, String reference) {
    return write(created, Write.Action.DELETE, Json.object(), reference);
  }

  private Outcome write(JsonNode created, Write.Action action, JsonNode content, String reference) {
    Write write = new Write("k" + action, action, reference, Json.text(created, "id"), content);
    return writer.write(List.of(write)).getFirst();
  }

  private void control(JsonNode order, String action, String body) {
    world.control("orders/" + Json.text(order, "number", "") + "/" + action, body);
  }

  private static List<String> lineIds(JsonNode order) {
    return order
        .path("salesOrderLines")
        .valueStream()
        .map(line -> Json.text(line, "id", ""))
        .toList();
  }
}
