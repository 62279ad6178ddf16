package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ERP's number comes back to the order once, and nothing else of the order changes. */
class OrderReplyOnTwinTest {

  private static final JsonNode REPLY =
      ModelJson.parse("{\"comment\": \"ERP order S-1\", \"extOrderId\": \"S-1\"}");

  private final MagentoBench bench = new MagentoBench();
  private final Connector connector =
      new MagentoProvider().connect(bench.settings(), bench.toolbox());

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  private Outcome write(Connector with, String id) {
    Writer writer = with.writer(EntityType.ORDER).orElseThrow();
    return writer.write(List.of(new Write("k", Write.Action.UPDATE, "", id, REPLY))).getFirst();
  }

  @Test
  void theNumberIsThereAndStateAndStatusAreAsBefore() {
    Placed order = bench.place(EntityType.ORDER);
    JsonNode before = bench.shop().truth(order.id());
    assertThat(write(connector, order.id())).isInstanceOf(Outcome.Written.class);
    JsonNode after = bench.shop().truth(order.id());
    assertThat(after.path("ext_order_id").asString()).isEqualTo("S-1");
    assertThat(after.path("comments").toString()).isEqualTo("[\"ERP order S-1\"]");
    assertThat(after.path("state")).isEqualTo(before.path("state"));
    assertThat(after.path("status")).isEqualTo(before.path("status"));
    assertThat(after.path("grand_total")).isEqualTo(before.path("grand_total"));
  }

  @Test
  void whatALostAnswerBroughtAboutIsNotDoneAgain() {
    Placed order = bench.place(EntityType.ORDER);
    bench.shop().dials().only("/rest/all/V1/orders/", "POST").set("dropAnswerProbability", 1);
    assertThat(write(connector, order.id())).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.ORDER);
    assertThat(write(connector, order.id())).isInstanceOf(Outcome.Written.class);
    assertThat(bench.shop().truth(order.id()).path("comments")).hasSize(1);
  }

  @Test
  void onlyWhatTheSettingsAskForIsWritten() {
    Placed order = bench.place(EntityType.ORDER);
    ObjectNode values = ModelJson.mapper().createObjectNode();
    for (String name : List.of("url", "consumerKey", "consumerSecret", "token", "tokenSecret")) {
      values.put(name, bench.settings().text(name));
    }
    try (Connector commenting =
        new MagentoProvider().connect(new Settings("shop", values), bench.toolbox())) {
      assertThat(write(commenting, order.id())).isInstanceOf(Outcome.Written.class);
    }
    assertThat(bench.shop().truth(order.id()).path("ext_order_id").asString("")).isEmpty();
    assertThat(bench.shop().truth(order.id()).path("comments")).hasSize(1);
  }

  @Test
  void anOrderThatIsGoneIsMissing() {
    assertThat(write(connector, "987654")).isInstanceOf(Fault.Missing.class);
  }
}
