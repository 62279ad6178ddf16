package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.twin.shopware.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Neither log lines nor readable columns tell who bought, or what the secrets are. */
class PrivacyTest {

  private static final List<String> PLANTED =
      List.of(
          "planted.mail@kunde.example",
          "plantedfirst",
          "plantedlast",
          "plantedstreet",
          Options.SECRET,
          "kontor-secret",
          "wrong-planted-secret",
          Merchant.APP_SECRET);

  private static final String COLUMNS =
      """
      select table_schema || '.' || table_name as t, quote_ident(column_name) as c
      from information_schema.columns
      where table_schema in ('public', 'vault')
        and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
      """;

  private record Place(String table, String column) {}

  @Test
  void plantedValuesAppearNowhere(@TempDir Path home) throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream both = new PrintStream(log, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try (Merchant merchant = Merchant.open(home, false)) {
      eventful(merchant);
      assertThat(found(log.toString(StandardCharsets.UTF_8))).as("in the log").isEmpty();
      assertThat(inDatabase(merchant)).as("in the database").isEmpty();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).as("captured log").contains("Poller");
  }

  private static ObjectNode order(String sku) {
    ObjectNode order = Order.of("Planted.Mail@kunde.example", sku, 1);
    ((ObjectNode) order.path("customer")).put("firstName", "PlantedFirst");
    ((ObjectNode) order.path("customer")).put("lastName", "PlantedLast");
    ((ObjectNode) order.path("billing")).put("street", "PlantedStreet 1");
    return order;
  }

  /** Success, refusals of both systems, an edit, an unreachable shop and a wrong secret. */
  private static void eventful(Merchant merchant) throws Exception {
    JsonNode placed = merchant.place(order("AH-1005"));
    merchant.settle(Duration.ofSeconds(20));
    merchant.change(placed, "cancel", null);
    merchant.erp.dials().set("serverErrorProbability", "0.5").set("dropAnswerProbability", "0.2");
    merchant.place(order("AH-2001"));
    merchant.shop.dials().set("down", true);
    Thread.sleep(4000);
    merchant.shop.dials().reset();
    merchant.erp.dials().reset();
    merchant.settle(Duration.ofSeconds(40));
    merchant.stopHub();
    merchant.environment.put("ERP_SECRET", "wrong-planted-secret");
    merchant.startHub();
    merchant.place(order("AH-1003"));
    merchant.await(
        Duration.ofSeconds(20),
        "pause",
        () -> merchant.hub().hub().desk().paused().containsKey("connection:erp"));
  }

  private static List<String> found(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return PLANTED.stream().filter(lower::contains).toList();
  }

  private static List<String> inDatabase(Merchant merchant) {
    return Transactions.run(
        merchant.database.general(),
        c -> {
          List<Place> places =
              Jdbc.query(c, COLUMNS, row -> new Place(row.getString("t"), row.getString("c")));
          assertThat(places).hasSizeGreaterThan(30);
          List<String> hits = new ArrayList<>();
          List<String> control = new ArrayList<>();
          for (Place place : places) {
            hits.addAll(hits(c, place, PLANTED));
            control.addAll(hits(c, place, List.of("order.written")));
          }
          assertThat(control).as("what is not secret is found this way").isNotEmpty();
          return hits;
        });
  }

  private static List<String> hits(Connection connection, Place place, List<String> texts)
      throws SQLException {
    String sql =
        "select count(*) as n from %s where position(? in lower(%s)) > 0"
            .formatted(place.table(), place.column() + "::text");
    List<String> hits = new ArrayList<>();
    for (String planted : texts) {
      boolean hit = Jdbc.query(connection, sql, row -> row.getLong("n") > 0, planted).getFirst();
      boolean hex =
          Jdbc.query(
                  connection,
                  sql,
                  row -> row.getLong("n") > 0,
                  java.util.HexFormat.of().formatHex(planted.getBytes(StandardCharsets.UTF_8)))
              .getFirst();
      if (hit || hex) {
        hits.add(planted + " in " + place);
      }
    }
    return hits;
  }
}
