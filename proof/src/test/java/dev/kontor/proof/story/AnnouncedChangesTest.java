package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Stock is polled once an hour here; what comes sooner was announced by Business Central. */
class AnnouncedChangesTest extends ServedHub {

  /** Ledger entries, orders and what is posted of them. */
  private static final int SUBSCRIPTIONS = 5;

  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  private void serve() throws Exception {
    URI door = operator.entrance().door().resolve("/erp");
    operator.serve(
        yaml ->
            yaml.replace(
                    "stock: {enabled: false, poll: PT1S}", "stock: {enabled: true, poll: PT1H}")
                .replace(
                    "progress: {enabled: false, poll: PT1S}",
                    "progress: {enabled: true, poll: PT1H}")
                .replace("{env: ERP_SECRET}", "{env: ERP_SECRET}\n      doorUrl: " + door));
    awaitSubscribed();
  }

  /** And what was polled because of it is over. */
  private void awaitSubscribed() {
    operator.await("subscribed", () -> erp().subscriptions().size() == SUBSCRIPTIONS);
    for (String flow : List.of("stock", "progress")) {
      operator.await("polled", () -> due("poll " + flow).isAfter(Instant.now().plusSeconds(600)));
    }
    operator.awaitNothingLeft();
  }

  private BusinessCentralTwin erp() {
    return operator.pair().erp();
  }

  /** When the hub does something next by itself. */
  private Instant due(String task) {
    try (Database database = opened()) {
      return Transactions.run(
              database.general(),
              c ->
                  Jdbc.query(
                      c,
                      "select execution_time from scheduled_tasks where task_name = ?",
                      row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                      task))
          .stream()
          .findFirst()
          .orElse(Instant.EPOCH);
    }
  }

  /** Has it do it now; what is being done at that moment has its next time still to be written. */
  private void hasten(String task) {
    try (Database database = opened()) {
      operator.await(
          "hastened " + task, () -> Transactions.run(database.general(), c -> isHastened(c, task)));
    }
  }

  private static boolean isHastened(Connection connection, String task) throws SQLException {
    return Jdbc.update(
            connection,
            "update scheduled_tasks set execution_time = now(), version = version + 1 where task_name = ? and not picked",
            task)
        == 1;
  }

  private Database opened() {
    return Database.open(operator.database());
  }

  private void moved(String sku, int pieces) {
    erp().moveStock(sku, "MAIN", BigDecimal.valueOf(pieces));
  }

  private void awaitShown(String sku, int pieces) {
    operator.await(sku + " = " + pieces, () -> operator.pair().truth().shopStock(sku) == pieces);
    operator.awaitNothingLeft();
  }

  private String metrics() {
    HttpRequest request = HttpRequest.newBuilder(operator.statusPage().resolve("/metrics")).build();
    return new String(Wire.send(request).body(), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsAnnouncedIsInTheShopAtOnceAndWhatIsForgedIsOnRecord() throws Exception {
    serve();
    moved("AH-1003", -43);
    long began = System.nanoTime();
    erp().notifyNow();
    awaitShown("AH-1003", 457);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);

    // More than a thousand entries are announced as one collection.
    ArrayNode moves = Json.array();
    for (int i = 0; i < 1001; i++) {
      moves.addObject().put("itemNumber", "AH-1004").put("locationCode", "MAIN").put("quantity", 1);
    }
    Wire.post(erp().uri(), "/_twin/stock", moves);
    erp().notifyNow();
    awaitShown("AH-1004", 1501);

    String address = erp().subscriptions().getFirst().path("notificationUrl").asString();
    String forged = "{\"value\":[{\"clientState\":\"guessed\"}]}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .POST(HttpRequest.BodyPublishers.ofString(forged))
            .build();
    assertThat(Wire.send(request).statusCode()).isEqualTo(202);
    assertThat(metrics()).contains("kontor_door_refused_total{connection=\"erp\"} 1");
    assertThat(erp().subscriptions()).hasSize(SUBSCRIPTIONS);
  }

  @Test
  void anOrderThatAClerkDeletesIsCancelledInTheShop() throws Exception {
    serve();
    JsonNode order = operator.pair().place(Order.of("h1@kunde.example", "AH-1007", 1));
    operator.settle();
    erp().notifyNow();
    operator.awaitNothingLeft();
    erp().order(operator.pair().truth().erpNumber(order), "cancel", Json.object());
    erp().notifyNow();
    operator.await(
        "cancelled in the shop",
        () ->
            operator
                .pair()
                .truth()
                .shopOrder(order)
                .path("state")
                .asString("")
                .equals("cancelled"));
    operator.awaitNothingLeft();
  }

  @Test
  void whatTheErpDroppedIsMadeAnewAndNothingIsMissed() throws Exception {
    serve();
    erp().clean();
    moved("AH-1005", 1);
    erp().notifyNow();
    hasten("subscriptions erp");
    awaitSubscribed();
    awaitShown("AH-1005", 501);
  }

  @Test
  void aHubThatWasAwayForLongerThanTheErpTriesSubscribesAgainAndCatchesUp() throws Exception {
    serve();
    operator.stop();
    moved("AH-1006", 2);
    operator.await(
        "given up by the ERP",
        () -> {
          erp().notifyNow();
          return erp().subscriptions().size() < SUBSCRIPTIONS;
        });
    serve();
    awaitShown("AH-1006", 502);
  }
}
