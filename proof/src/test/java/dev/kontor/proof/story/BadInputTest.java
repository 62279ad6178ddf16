package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.twin.kit.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people get wrong in settings and master data: said clearly, mended without loss. */
class BadInputTest {

  private static final Duration SOON = Duration.ofSeconds(25);
  private static final String ANNE = "anne@kunde.example";

  private static DeskStore.Entry dead(Merchant merchant, JsonNode order) {
    return merchant.messages(order).stream()
        .filter(m -> m.state().equals("dead"))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitDead(Merchant merchant, JsonNode order) throws InterruptedException {
    merchant.await(
        SOON,
        "dead letter",
        () -> merchant.messages(order).stream().anyMatch(m -> m.state().equals("dead")));
  }

  /** Tries everything that is open again, as a person does after mending. */
  private static void resubmit(Merchant merchant) throws InterruptedException {
    var desk = merchant.hub().hub().desk();
    desk.resubmit(desk.open(100).stream().map(DeskStore.Entry::id).toList());
    merchant.settle(SOON);
    assertThat(merchant.truth().differences()).isEmpty();
  }

  @Test
  void wrongSecretPausesTheConnectionUntilItIsCorrected(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      merchant.environment.put("ERP_SECRET", "wrong");
      merchant.startHub();
      merchant.place(Order.of(ANNE, "AH-1005", 1));
      merchant.await(
          SOON, "pause", () -> merchant.hub().hub().desk().paused().containsKey("connection:erp"));
      assertThat(merchant.hub().hub().desk().paused().get("connection:erp"))
          .contains("client secret")
          .doesNotContain("wrong");
      merchant.stopHub();
      merchant.environment.put("ERP_SECRET", "kontor-secret");
      merchant.startHub();
      merchant.hub().hub().desk().resume("connection:erp");
      merchant.settle(SOON);
      assertThat(merchant.truth().differences()).isEmpty();
    }
  }

  @Test
  void unknownTableEntryNamesFieldTableAndValue(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      Files.writeString(
          home.resolve("shipment.yaml"),
          """
          overlay: business-central/order.out
          rules:
            - {to: shipmentMethodCode, path: shippingMethod, table: shipment}
          """);
      String entry =
          """
          tables: {shipment: {shipping_express: EXPRESS%s}}
          overlays: [shipment.yaml]
          """;
      merchant.configuration = yaml -> yaml + entry.formatted("");
      merchant.startHub();
      JsonNode order = merchant.place(Order.of(ANNE, "AH-1005", 1));
      awaitDead(merchant, order);
      assertThat(dead(merchant, order).reason())
          .contains("shipmentMethodCode", "shipment", "shipping_standard");
      merchant.stopHub();
      merchant.configuration = yaml -> yaml + entry.formatted(", shipping_standard: STANDARD");
      merchant.startHub();
      resubmit(merchant);
    }
  }

  @Test
  void aMissingProductIsWaitedFor(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      merchant.startHub();
      ObjectNode product = Json.object().put("productNumber", "NEW-1").put("name", "Neu");
      product.put("gross", "10.00").put("taxRate", "19").put("stock", 10).put("closeout", false);
      Wire.post(merchant.shop.uri(), "/_twin/shop/products", Json.array().add(product));
      JsonNode order = merchant.place(Order.of(ANNE, "NEW-1", 1));
      merchant.await(
          SOON,
          "waiting",
          () ->
              merchant.isIn(order, "created", "waiting")
                  && String.valueOf(
                          Objects.requireNonNull(merchant.event(order, "created")).reason())
                      .contains("NEW-1"));
      ObjectNode setup = Json.object();
      setup.putArray("items").add(Assortment.item("NEW-1", "19", 10));
      merchant.erp.setup(setup);
      merchant.settle(Duration.ofSeconds(75));
      assertThat(merchant.truth().differences()).isEmpty();
    }
  }

  @Test
  void aBlockedCustomerIsADeadLetterWithTheErpsWords(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      merchant.startHub();
      merchant.place(Order.of(ANNE, "AH-1005", 1));
      merchant.settle(SOON);
      String number =
          merchant.truth().debtors().stream()
              .filter(d -> d.path("email").asString("").equals(ANNE))
              .findFirst()
              .orElseThrow()
              .path("number")
              .asString();
      block(merchant, number, "All");
      JsonNode order = merchant.place(Order.of(ANNE, "AH-1005", 2));
      awaitDead(merchant, order);
      assertThat(dead(merchant, order).reason()).containsIgnoringCase("blocked");
      block(merchant, number, "_x0020_");
      resubmit(merchant);
    }
  }

  private static void block(Merchant merchant, String number, String blocked) {
    ObjectNode setup = Json.object();
    setup.putArray("customers").addObject().put("number", number).put("blocked", blocked);
    merchant.erp.setup(setup);
  }

  @Test
  void aMissingPostingGroupIsADeadLetterWithTheErpsWords(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      setTemplate(merchant, "");
      merchant.startHub();
      JsonNode order = merchant.place(Order.of(ANNE, "AH-1005", 1));
      merchant.await(
          SOON,
          "dead letter",
          () ->
              merchant.hub().hub().desk().open(10).stream()
                  .anyMatch(m -> m.state().equals("dead")));
      assertThat(merchant.hub().hub().desk().open(10))
          .filteredOn(m -> m.state().equals("dead"))
          .singleElement()
          .satisfies(m -> assertThat(m.reason()).contains("Posting Group"));
      assertThat(merchant.truth().erpOrders(order)).isEmpty();
      setTemplate(merchant, "DOMESTIC");
      merchant.truth().debtors().stream()
          .filter(d -> d.path("email").asString("").equals(ANNE))
          .forEach(d -> mend(merchant, d.path("number").asString()));
      resubmit(merchant);
    }
  }

  private static void setTemplate(Merchant merchant, String group) {
    ObjectNode setup = Json.object();
    ObjectNode template = setup.putArray("templates").addObject();
    template.put("code", "DOMESTIC").put("vatBusinessGroup", "DOMESTIC");
    template.put("generalBusinessGroup", group).put("customerPostingGroup", group);
    template.putObject("criteria").put("country", "DE");
    merchant.erp.setup(setup);
  }

  private static void mend(Merchant merchant, String number) {
    ObjectNode setup = Json.object();
    setup
        .putArray("customers")
        .addObject()
        .put("number", number)
        .put("generalBusinessGroup", "DOMESTIC")
        .put("customerPostingGroup", "DOMESTIC");
    merchant.erp.setup(setup);
  }

  @Test
  void aRateMissingInTheVatTableIsHeld(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      merchant.configuration = yaml -> yaml.replace("VAT7: {rate: 7}", "VAT7: {rate: 5}");
      merchant.startHub();
      JsonNode order = merchant.place(Order.of(ANNE, "AH-2001", 3));
      awaitDead(merchant, order);
      assertThat(dead(merchant, order).reason()).contains("7 %", "DOMESTIC", "setting vat");
      assertThat(merchant.truth().erpOrders(order)).isEmpty();
      merchant.stopHub();
      merchant.configuration = yaml -> yaml;
      merchant.startHub();
      resubmit(merchant);
    }
  }

  @Test
  void aTotalBeyondToleranceIsHeldWithTheDifferencePerRate(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      merchant.configuration = yaml -> yaml.replace("tolerance: \"0.05\"", "tolerance: \"0\"");
      merchant.startHub();
      merchant.placeRandom(60, 3);
      var desk = merchant.hub().hub().desk();
      merchant.await(
          Duration.ofSeconds(60),
          "all decided",
          () ->
              desk.open(100).stream().allMatch(m -> m.state().equals("dead"))
                  && !desk.counts().isEmpty()
                  && merchant.truth().shopOrders().stream()
                      .allMatch(o -> merchant.event(o, "created") != null));
      assertThat(desk.open(100))
          .isNotEmpty()
          .allSatisfy(m -> assertThat(m.reason()).contains("total", "%"));
      merchant.stopHub();
      merchant.configuration = yaml -> yaml;
      merchant.startHub();
      resubmit(merchant);
    }
  }

  @Test
  void resubmittingWhatIsDoneChangesNothing(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.at(home, false)) {
      merchant.startHub();
      JsonNode order = merchant.place(Order.of(ANNE, "AH-1005", 1));
      merchant.settle(SOON);
      List<Long> all = merchant.messages(order).stream().map(DeskStore.Entry::id).toList();
      assertThat(merchant.hub().hub().desk().resubmit(all)).isZero();
    }
  }
}
