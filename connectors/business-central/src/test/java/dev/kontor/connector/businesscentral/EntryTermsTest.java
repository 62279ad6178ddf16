package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payment terms, shipment method, dimensions and comment of orders, in the twin. */
class EntryTermsTest {

  private static final String TABLES =
      """
      {"paymentMethods": {"invoice": {"terms": "14TAGE"}, "*": {"terms": "VORKASSE"}},
       "shippingMethods": {"express": {"method": "EXPRESS"}, "own": {}},
       "dimensions": {"KANAL": {"by": "channel", "values": {"web": "SHOP", "*": "LADEN"}}},
       "orderComment": true}""";

  private final TwinWorld world = new TwinWorld();
  private final CountedToolbox counted = new CountedToolbox(world.toolbox);
  private Connector connector = connect(TABLES);

  private Connector connect(String tables) {
    ObjectNode settings = world.settingsJson();
    settings.setAll((ObjectNode) ModelJson.parse(tables));
    return new BusinessCentralProvider().connect(new Settings("erp", settings), counted);
  }

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  /** An order of so many shirts with what the buyer chose. */
  private static JsonNode model(int pieces, Map<String, String> chosen) {
    Order order =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("1000", "" + pieces, "59.90", pieces == 1 ? "59.90" : "119.80", "19")
            .build();
    ObjectNode model = (ObjectNode) ModelJson.tree(order);
    chosen.forEach(model::put);
    return model;
  }

  private Prepared prepared(JsonNode model) {
    Order order = ModelJson.mapper().treeToValue(model, Order.class);
    ObjectNode mapped = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    mapped.set("salesOrderLines", SalesLines.of(order, world.settingsJson()));
    return writer().prepareAll(List.of(new Writer.Draft(mapped, model))).getFirst();
  }

  private Writer writer() {
    return connector.writer(EntityType.ORDER).orElseThrow();
  }

  private JsonNode content(JsonNode model) {
    Prepared prepared = prepared(model);
    assertThat(prepared).isInstanceOf(Prepared.Ready.class);
    return ((Prepared.Ready) prepared).content();
  }

  private Outcome write(
      Write.Action action, @Nullable String id, JsonNode content, @Nullable JsonNode before) {
    Write write = new Write("k", action, "SW-1", id, content, before, Map.of());
    return writer().write(List.of(write)).getFirst();
  }

  private JsonNode entered(JsonNode content) {
    Outcome outcome = write(Write.Action.CREATE, null, content, null);
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    return order(((Outcome.Written) outcome).id());
  }

  private JsonNode order(String id) {
    return world.call(
        "GET",
        "salesOrders("
            + id
            + ")?$expand=paymentTerm,shipmentMethod,salesOrderLines,dimensionSetLines",
        "");
  }

  private String code(String set, String code) {
    return world
        .call("GET", set + "?$filter=code eq '" + code + "'", "")
        .at("/value/0/id")
        .asString("");
  }

  private static String problem(Prepared prepared) {
    assertThat(prepared).isInstanceOf(Prepared.Refused.class);
    return ((Prepared.Refused) prepared).fault().message();
  }

  private static final Map<String, String> EXPRESS =
      Map.of("paymentMethod", "invoice", "shippingMethod", "express", "channel", "web");

  @Test
  void whatTheBuyerChoseIsWhatTheOrderIsEnteredWith() {
    JsonNode order = entered(content(model(1, EXPRESS)));
    assertThat(order.at("/paymentTerm/code").asString()).isEqualTo("14TAGE");
    assertThat(order.at("/shipmentMethod/code").asString()).isEqualTo("EXPRESS");
    assertThat(order.at("/dimensionSetLines/0/valueCode").asString()).isEqualTo("SHOP");
    String line = order.at("/salesOrderLines/0/id").asString();
    JsonNode ofLine = world.call("GET", "salesOrderLines(" + line + ")/dimensionSetLines", "");
    assertThat(ofLine.at("/value/0/valueCode").asString()).isEqualTo("SHOP");
  }

  @Test
  void othersAreEnteredWithTheStarAndWithoutOneAreHeld() {
    JsonNode others = content(model(1, Map.of("paymentMethod", "card", "shippingMethod", "own")));
    JsonNode order = entered(others);
    assertThat(order.at("/paymentTerm/code").asString()).isEqualTo("VORKASSE");
    assertThat(order.at("/dimensionSetLines/0/valueCode").asString()).isEqualTo("LADEN");
    assertThat(others.has("shipmentMethodId")).as("{} leaves it to the customer").isFalse();
    assertThat(problem(prepared(model(1, Map.of("shippingMethod", "pigeon")))))
        .contains("shippingMethod", "pigeon", "setting shippingMethods has no entry");
  }

  @Test
  void theCodesAreReadOnceWithTheRestOfWhatOrdersNeed() {
    content(model(1, EXPRESS));
    int calls = counted.calls.get();
    content(model(2, EXPRESS));
    assertThat(counted.calls.get() - calls).isZero();
  }

  @Test
  void aCodeThatBusinessCentralLacksIsNamedByTheCheckAndHoldsTheOrder() {
    connector.close();
    connector =
        connect(
            """
            {"paymentMethods": {"*": {"terms": "NIE"}}, "dimensions": {"KANAL": "MARKT"}}""");
    assertThat(connector.check())
        .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
        .extracting(Finding::subject)
        .containsExactlyInAnyOrder("setting paymentMethods.*.terms", "setting dimensions.KANAL");
    assertThat(problem(prepared(model(1, Map.of())))).contains("no code NIE in paymentTerms");
  }

  @Test
  void theCommentStandsInLinesAndIsWrittenOnce() {
    String word = "w".repeat(60);
    JsonNode content =
        content(model(1, merged(Map.of("comment", "Ring twice\n\n" + word + " " + word))));
    JsonNode order = entered(content);
    assertThat(comments(order)).containsExactly("Ring twice", word, word);
    JsonNode edited = content(model(2, merged(Map.of("comment", "Ring thrice"))));
    assertThat(write(Write.Action.UPDATE, Json.id(order, "id"), edited, content))
        .isInstanceOf(Outcome.Written.class);
    JsonNode now = order(Json.id(order, "id"));
    assertThat(comments(now)).containsExactly("Ring twice", word, word);
    assertThat(now.path("totalAmountIncludingTax").decimalValue()).isEqualByComparingTo("119.80");
  }

  private static Map<String, String> merged(Map<String, String> more) {
    Map<String, String> all = new java.util.TreeMap<>(EXPRESS);
    all.putAll(more);
    return all;
  }

  private static List<String> comments(JsonNode order) {
    return order
        .path("salesOrderLines")
        .valueStream()
        .filter(AmendedLine::isComment)
        .map(line -> Json.text(line, "description", ""))
        .toList();
  }

  @Test
  void anEditFollowsTheShopsMethodAndLeavesWhatPeopleChanged() {
    JsonNode content = content(model(1, EXPRESS));
    String id = Json.id(entered(content), "id");
    String standard = code("shipmentMethods", "STANDARD");
    world.call("PATCH", "salesOrders(" + id + ")", "{\"shipmentMethodId\":\"" + standard + "\"}");
    JsonNode paid = content(model(2, merged(Map.of("paymentMethod", "card"))));
    assertThat(write(Write.Action.UPDATE, id, paid, content)).isInstanceOf(Outcome.Written.class);
    JsonNode now = order(id);
    assertThat(now.at("/paymentTerm/code").asString()).as("the shop's").isEqualTo("VORKASSE");
    assertThat(now.at("/shipmentMethod/code").asString()).as("people's").isEqualTo("STANDARD");
  }

  @Test
  void anEditThatChangesADimensionIsHeldUntilTheOrderHasIt() {
    JsonNode content = content(model(1, EXPRESS));
    String id = Json.id(entered(content), "id");
    JsonNode moved = content(model(2, merged(Map.of("channel", "till"))));
    assertThat(write(Write.Action.UPDATE, id, moved, content))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> assertThat(refused.problem()).contains("KANAL LADEN instead of SHOP"));
    String lines = "salesOrders(" + id + ")/dimensionSetLines";
    String dimension = world.call("GET", lines, "").at("/value/0/id").asString();
    world.call("PATCH", lines + "(" + dimension + ")", "{\"valueCode\":\"LADEN\"}");
    assertThat(write(Write.Action.UPDATE, id, moved, content)).isInstanceOf(Outcome.Written.class);
    assertThat(order(id).path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo("119.80");
  }
}
