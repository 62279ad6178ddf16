package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payment method, shipping agent and service, which are written once the order is there. */
class OrderDetailsTest {

  private static final String DHL =
      "{\"method\":\"EXPRESS\",\"agent\":\"DHL\",\"service\":\"NIGHT\"}";

  private TwinWorld world = TwinWorld.withCompanion();
  private Connector connector = connect(DHL);

  private Connector connect(String express) {
    world.twin.setup(
        ModelJson.parse(
            """
            {"shippingAgents":[{"code":"DHL","name":"DHL","services":["NIGHT"]}]}"""));
    ObjectNode settings = world.settingsJson();
    settings.set("paymentMethods", ModelJson.parse("{\"*\":{\"method\":\"PAYPAL\"}}"));
    settings.set("shippingMethods", ModelJson.parse("{\"express\":" + express + ",\"*\":{}}"));
    return new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
  }

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  private Writer writer() {
    return connector.writer(EntityType.ORDER).orElseThrow();
  }

  private Prepared prepared(int pieces, String shipping) {
    String amount = new BigDecimal("59.90").multiply(BigDecimal.valueOf(pieces)).toPlainString();
    Order order =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", "" + pieces, "59.90", amount, "19").build();
    ObjectNode model = (ObjectNode) ModelJson.tree(order);
    model.put("shippingMethod", shipping);
    ObjectNode mapped = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    mapped.set("salesOrderLines", SalesLines.of(order, world.settingsJson()));
    return writer().prepare(mapped, model);
  }

  private JsonNode content(int pieces, String shipping) {
    return ((Prepared.Ready) prepared(pieces, shipping)).content();
  }

  private Outcome write(@Nullable String id, JsonNode content, @Nullable JsonNode before) {
    Write.Action action = id == null ? Write.Action.CREATE : Write.Action.UPDATE;
    return writer()
        .write(List.of(new Write("k", action, "SW-1", id, content, before, Map.of())))
        .getFirst();
  }

  private String entered(JsonNode content) {
    return ((Outcome.Written) write(null, content, null)).id();
  }

  private JsonNode details(String id) {
    return world.companion("GET", "salesOrderDetails(" + id + ")", "");
  }

  @Test
  void theyAreWrittenByTheUpdateThatFollowsTheCreation() {
    JsonNode content = content(1, "express");
    assertThat(writer().isCompletedByUpdate(content)).isTrue();
    String id = entered(content);
    assertThat(details(id).path("paymentMethodCode").asString()).isEmpty();
    assertThat(write(id, content, Json.object())).isInstanceOf(Outcome.Written.class);
    JsonNode now = details(id);
    assertThat(now.path("paymentMethodCode").asString()).isEqualTo("PAYPAL");
    assertThat(now.path("shippingAgentCode").asString()).isEqualTo("DHL");
    assertThat(now.path("shippingAgentServiceCode").asString()).isEqualTo("NIGHT");
    assertThat(write(id, content, Json.object()))
        .as("repeated")
        .isInstanceOf(Outcome.Written.class);
    assertThat(details(id).path("@odata.etag")).isEqualTo(now.path("@odata.etag"));
  }

  @Test
  void anUpdateWithoutAnswerIsMadeUpForByTheNext() {
    JsonNode content = content(1, "express");
    String id = entered(content);
    world.twin.dials().only("/v2.0", "PATCH").set("dropAnswerProbability", BigDecimal.ONE);
    assertThat(write(id, content, Json.object())).isInstanceOf(Fault.class);
    world.twin.dials().reset();
    assertThat(write(id, content, Json.object())).isInstanceOf(Outcome.Written.class);
    assertThat(details(id).path("shippingAgentCode").asString()).isEqualTo("DHL");
  }

  @Test
  void anEditLeavesWhatPeopleChanged() {
    JsonNode content = content(1, "express");
    String id = entered(content);
    write(id, content, Json.object());
    world.companion("PATCH", "salesOrderDetails(" + id + ")", "{\"paymentMethodCode\":\"KREDIT\"}");
    assertThat(write(id, content(2, "express"), content)).isInstanceOf(Outcome.Written.class);
    assertThat(details(id).path("paymentMethodCode").asString()).isEqualTo("KREDIT");
  }

  @Test
  void anAgentThatBusinessCentralLacksIsToldInItsWords() {
    connector.close();
    connector = connect("{\"agent\":\"UPS\"}");
    JsonNode content = content(1, "express");
    assertThat(write(entered(content), content, Json.object()))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, refused -> assertThat(refused.problem()).contains("UPS"));
  }

  @Test
  void withoutTheAppTheOrderIsHeldAndTheCheckSaysSo() {
    close();
    world = new TwinWorld();
    connector = connect(DHL);
    assertThat(prepared(1, "express"))
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            refused -> assertThat(refused.fault().message()).contains("only the companion app"));
    assertThat(connector.check())
        .anyMatch(finding -> finding.problem().equals("page salesOrderDetails is missing"));
  }
}
