package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.shopware.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Neither log lines nor readable columns tell who bought, or what the secrets are. */
class PrivacyTest {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final List<String> PLANTED =
      List.of(
          "planted.mail@kunde.example",
          "plantedfirst",
          "plantedlast",
          "plantedstreet",
          Options.SECRET,
          "kontor-secret",
          "wrong-planted-secret",
          TwinPair.APP_SECRET);

  @Test
  void plantedValuesAppearNowhere(@TempDir Path home) throws Exception {
    try (CapturedLog log = new CapturedLog();
        Merchant merchant = Merchant.open(home)) {
      eventful(merchant, log);
      assertThat(found(log.text())).as("in the log").isEmpty();
      ReadableColumns columns = new ReadableColumns(merchant.database().general());
      assertThat(columns.with("order.written")).as("what is not secret is found").isNotEmpty();
      assertThat(PLANTED).flatMap(columns::with).as("in the database").isEmpty();
    }
  }

  private static ObjectNode order(String sku) {
    ObjectNode order = Order.of("Planted.Mail@kunde.example", sku, 1);
    ((ObjectNode) order.path("customer")).put("firstName", "PlantedFirst");
    ((ObjectNode) order.path("customer")).put("lastName", "PlantedLast");
    ((ObjectNode) order.path("billing")).put("street", "PlantedStreet 1");
    return order;
  }

  /** Success, refusals of both systems, an edit, an unreachable shop and a wrong secret. */
  private static void eventful(Merchant merchant, CapturedLog log) throws Exception {
    JsonNode placed = merchant.place(order("AH-1005"));
    merchant.settle(SOON);
    merchant.change(placed, "cancel", null);
    merchant.shop().dials().set("down", true);
    JsonNode unlucky = merchant.place(order("AH-2001"));
    merchant.await(
        SOON, "trouble in the log", () -> log.text().contains("polling shop for flow orders: "));
    merchant.erp().dials().set("serverErrorProbability", "1");
    merchant.shop().dials().reset();
    merchant.await(SOON, "a failed try", () -> merchant.isIn(unlucky, "created", "retrying"));
    merchant.erp().dials().set("serverErrorProbability", "0").set("dropAnswerProbability", "0.2");
    merchant.settle(SOON);
    merchant.stopHub();
    merchant.environment().put("ERP_SECRET", "wrong-planted-secret");
    merchant.erp().dials().reset();
    merchant.startHub();
    merchant.place(order("AH-1003"));
    merchant.await(SOON, "pause", () -> merchant.desk().paused().containsKey("connection:erp"));
  }

  private static List<String> found(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return PLANTED.stream().filter(lower::contains).toList();
  }
}
