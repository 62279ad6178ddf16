package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.spi.RawRequest;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop that was recorded, an ERP with its articles, and a hub that carries all its orders. */
final class RecordedMerchant implements AutoCloseable {

  private final RecordedShop shop;
  private final BusinessCentralTwin erp;
  private final Database database = Database.forTests();
  private final RunningHub hub;

  RecordedMerchant(Path home, Path recordings) throws IOException {
    shop = new RecordedShop(recordings);
    erp = BusinessCentralTwin.start(Options.quick(), RecordedCompany.of(shop.orders().values()));
    Map<String, String> secrets = Map.of("SHOP_SECRET", "s", "ERP_SECRET", "kontor-secret");
    hub = new RunningHub(home, configuration(), secrets, database);
  }

  private String configuration() throws IOException {
    String name = "/recorded/kontor.yaml";
    try (InputStream in = RecordedMerchant.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${SHOP}", shop.uri().toString())
          .replace("${ERP}", erp.uri().toString());
    }
  }

  RecordedShop shop() {
    return shop;
  }

  RunningHub hub() {
    return hub;
  }

  /** Tells the hub of every order and waits until each is decided. */
  void carryAll(Duration most) {
    shop.orders().values().forEach(this::announce);
    hub.await(
        most,
        "every order decided",
        () -> shop.orders().values().stream().allMatch(o -> isDecided(o.path("id").asString())));
  }

  private void announce(JsonNode order) {
    ObjectNode body = Json.object();
    ObjectNode data = body.putObject("data").put("event", "order.written");
    data.putArray("payload")
        .addObject()
        .put("entity", "order")
        .put("operation", "insert")
        .put("primaryKey", order.path("id").asString());
    body.putObject("source").put("eventId", "event-" + order.path("id").asString());
    RawRequest request =
        new RawRequest(
            "POST", "/webhook", "", Map.of("content-type", "application/json"), Json.bytes(body));
    assertThat(hub.hub().door().receive("shop", request).status()).isBetween(200, 299);
  }

  /** All that the ledger has about the order is finished for good or waits for a person. */
  private boolean isDecided(String id) {
    var messages = hub.hub().desk().bySource("shop", id);
    return !messages.isEmpty()
        && messages.stream().allMatch(m -> m.finished() != null || m.state().equals("dead"));
  }

  /** The ERP's truth about its orders, by the reference it has for them. */
  Map<String, JsonNode> inErp() {
    Map<String, JsonNode> orders = new TreeMap<>();
    new Truth(shop.uri(), erp.uri())
        .erpOrders()
        .forEach(
            (reference, found) -> {
              assertThat(found).as(reference).hasSize(1);
              orders.put(reference, found.getFirst());
            });
    return orders;
  }

  void invoice(JsonNode erpOrder) {
    erp.shipAndInvoice(erpOrder.path("number").asString());
  }

  /** What the ledger says about the successful write of the order, empty if there was none. */
  String detail(String number) {
    return hub.messages(number).stream()
        .filter(m -> m.event().equals("created"))
        .map(DeskStore.Entry::id)
        .flatMap(id -> hub.hub().desk().attempts(id).stream())
        .filter(a -> a.outcome().equals("Written"))
        .map(a -> String.valueOf(a.detail()))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    erp.close();
    shop.close();
  }
}
