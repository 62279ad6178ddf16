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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** At which location the goods of an order are wanted. */
class OrderLocationTest {

  private final TwinWorld world = TwinWorld.withCompanion();
  private final Order order =
      SampleOrder.in(PriceBasis.GROSS).goods("1003", "1", "19.98", "19.98", "19").build();

  @AfterEach
  void close() {
    world.close();
  }

  private Connector with(String setting) {
    ObjectNode settings = world.settingsJson();
    if (!setting.isEmpty()) {
      settings.set("orderLocation", ModelJson.parse(setting));
    }
    return new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
  }

  private static Prepared prepared(
      Connector connector, TwinWorld world, Order order, String channel) {
    ObjectNode mapped =
        Json.object()
            .put("customerNumber", "WEB")
            .put("currencyCode", "EUR")
            .put("pricesIncludeTax", true);
    mapped.set(
        "salesOrderLines", SalesLines.apply(List.of(ModelJson.tree(order), world.settingsJson())));
    ObjectNode model = (ObjectNode) ModelJson.tree(order);
    return connector
        .writer(EntityType.ORDER)
        .orElseThrow()
        .prepare(mapped, model.put("channel", channel));
  }

  /** Code of the location that the written line has. */
  private String written(String setting, String channel) {
    try (Connector connector = with(setting)) {
      JsonNode content = ((Prepared.Ready) prepared(connector, world, order, channel)).content();
      Writer writer = connector.writer(EntityType.ORDER).orElseThrow();
      Outcome outcome =
          writer
              .write(List.of(new Write("k", Write.Action.CREATE, "SW-1", null, content)))
              .getFirst();
      String id = ((Outcome.Written) outcome).id();
      return world
          .call("GET", "salesOrders(" + id + ")/salesOrderLines?$expand=location", "")
          .at("/value/0/location/code")
          .asString("");
    }
  }

  @Test
  void goodsAreWantedWhereTheSettingSays() {
    assertThat(written("", "web")).isEmpty();
    assertThat(written("{\"code\":\"MAIN\"}", "web")).isEqualTo("MAIN");
    String byChannel = "{\"code\":\"MAIN\",\"byChannel\":{\"shop\":\"outlet\"}}";
    assertThat(written(byChannel, "shop")).isEqualTo("OUTLET");
    assertThat(written(byChannel, "web")).isEqualTo("MAIN");
    assertThat(written("{\"byChannel\":{\"shop\":\"OUTLET\"}}", "web")).isEmpty();
  }

  @Test
  void anUnknownLocationHoldsTheOrderAndIsNamedByTheCheck() {
    try (Connector connector = with("{\"code\":\"MIAN\"}")) {
      assertThat(prepared(connector, world, order, "web"))
          .isInstanceOfSatisfying(
              Prepared.Refused.class,
              refused ->
                  assertThat(refused.fault())
                      .isInstanceOf(Fault.Invalid.class)
                      .extracting(Fault::message)
                      .asString()
                      .contains("orderLocation", "MIAN", "MAIN, OUTLET"));
      assertThat(connector.check())
          .anySatisfy(
              finding -> {
                assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                assertThat(finding.subject()).isEqualTo("setting orderLocation");
                assertThat(finding.problem()).contains("MIAN", "MAIN, OUTLET");
              });
    }
  }
}
