package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.hub.Records;
import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.PostgresServer;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A new hub is set up without its file being touched, and another one goes with it. */
class SetupStoryTest {

  @Test
  void fromNothingToOrdersAndThroughAKill(@TempDir Path directory) throws Exception {
    Map<String, String> environment = TwinPair.secrets();
    try (TwinPair pair = new TwinPair();
        PostgresServer postgres = new PostgresServer(directory)) {
      environment.putAll(postgres.environment());
      Path home = directory.resolve("home");
      Path logs = directory.resolve("hubs");
      try (HubProcess one = new HubProcess(logs.resolve("one"), home, environment);
          HubProcess two = new HubProcess(logs.resolve("two"), home, environment)) {
        serve(one);
        assertThat(one.lastWords()).contains("waits to be set up");
        SetupDesk desk = new SetupDesk(one, pair.configuration(one.door()), environment);
        aWrongSecretIsSaidAndNotKept(desk, one);
        setUp(desk, one);
        buy(pair, one);
        serve(two);
        desk.awaitApplied(two, 4);
        whatWouldBeWrongIsRefused(desk, one);

        desk.put(one, "/flows/orders", Json.object().put("sla", "PT1H"));
        one.kill();
        desk.awaitApplied(two, 5);
        serve(one);
        JsonNode orders = desk.flow(one, "orders");
        assertThat(orders.path("values").path("sla").asString()).isEqualTo("PT1H");
        assertThat(orders.path("changed").toString()).isEqualTo("[\"poll\",\"sla\"]");
        desk.put(two, "/flows/orders", Json.object().putNull("sla"));
        desk.awaitApplied(one, 6);
        assertThat(desk.flow(one, "orders").path("values").path("sla").asString())
            .isEqualTo("PT15M");
        buy(pair, two);
        assertThat(pair.truth().shopOrders()).hasSize(2);
        nothingSecretIsInClear(home, List.of(home, logs), environment);
        Figures.print("Set up in the console: 6 changes, 2 hubs, 1 kill, 2 orders in the ERP once");
      }
    }
  }

  private static void serve(HubProcess hub) throws IOException {
    hub.configure("connections:\n");
    hub.start();
    hub.awaitReady();
  }

  private static void aWrongSecretIsSaidAndNotKept(SetupDesk desk, HubProcess hub) {
    ObjectNode draft = desk.connection("erp").put("name", "erp");
    ((ObjectNode) draft.path("settings")).put("clientSecret", "guessed-wrongly");
    JsonNode tried = desk.answer(200, hub, "POST", "/check", draft);
    assertThat(tried.path("problems")).isEmpty();
    assertThat(tried.path("checked").path("ok").asBoolean(true)).isFalse();
    assertThat(tried.toString()).contains("secret").doesNotContain("guessed-wrongly");
    ObjectNode right = desk.connection("erp").put("name", "erp");
    assertThat(desk.answer(200, hub, "POST", "/check", right).at("/checked/ok").asBoolean(false))
        .isTrue();
    assertThat(desk.now(hub).path("version").asLong()).isZero();
  }

  private static void setUp(SetupDesk desk, HubProcess hub) {
    desk.put(hub, "/connections/shop", desk.connection("shop"));
    desk.put(hub, "/connections/erp", desk.connection("erp"));
    ObjectNode use = Json.object().put("pack", "business-central--shopware");
    use.putObject("roles").put("shop", "shop").put("erp", "erp");
    desk.put(hub, "/uses", use);
    desk.put(hub, "/flows/orders", Json.object().put("poll", "PT1S"));
    desk.awaitApplied(hub, 4);
    assertThat(desk.flow(hub, "orders").path("otherwise").path("poll").asString())
        .isEqualTo("PT1M");
  }

  private static void buy(TwinPair pair, HubProcess hub) {
    JsonNode order = pair.place(Order.of("anne@kunde.example", "AH-1005", 1));
    pair.change(order, "pay", null);
    Await.until(
        "the order", Await.PATIENCE, () -> pair.truth().unanswered().isEmpty(), hub::lastWords);
    assertThat(pair.truth().differences()).isEmpty();
  }

  private static void whatWouldBeWrongIsRefused(SetupDesk desk, HubProcess hub) {
    ObjectNode soon = Json.object().put("poll", "soon").put("reason", "a try");
    JsonNode refused = desk.answer(400, hub, "PUT", "/flows/orders", soon);
    assertThat(refused.path("field").asString()).isEqualTo("poll");
    ObjectNode why = Json.object().put("reason", "a try");
    assertThat(desk.answer(409, hub, "DELETE", "/connections/shop", why).toString())
        .contains("is used by business-central--shopware");
    JsonNode now = desk.now(hub);
    assertThat(List.of(now.path("version").asLong(), now.path("applied").asLong()))
        .containsOnly(4L);
    assertThat(now.path("refused").isNull()).isTrue();
  }

  private static void nothingSecretIsInClear(
      Path home, List<Path> written, Map<String, String> environment) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path directory : written) {
      try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
        for (Path file : files.toList()) {
          all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertThat(all).contains("runs by version 6");
    try (Records records = Records.open(home, environment)) {
      DatabaseDump.of(records.database().general())
          .values()
          .forEach(rows -> all.append(new String(rows, StandardCharsets.ISO_8859_1)));
    }
    assertThat(all).contains("setup.connection");
    for (String name : List.of("SHOP_SECRET", "ERP_SECRET", "APP_SECRET")) {
      assertThat(all.toString()).doesNotContain(String.valueOf(environment.get(name)));
    }
  }
}
