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
import java.util.List;
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
  private int events;

  RecordedMerchant(Path home, Path recordings) throws IOException {
    this(home, recordings, false);
  }

  /** With the flow of refunds switched on. */
  static RecordedMerchant refunding(Path home, Path recordings) throws IOException {
    return new RecordedMerchant(home, recordings, true);
  }

  private RecordedMerchant(Path home, Path recordings, boolean refunds) throws IOException {
    shop = new RecordedShop(recordings);
    erp = BusinessCentralTwin.start(Options.quick(), RecordedCompany.of(shop.orders().values()));
    Map<String, String> secrets = Map.of("SHOP_SECRET", "s", "ERP_SECRET", "kontor-secret");
    hub = new RunningHub(home, configuration(refunds), secrets, database);
  }

  private String configuration(boolean refunds) throws IOException {
    String name = "/recorded/kontor.yaml";
    try (InputStream in = RecordedMerchant.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${SHOP}", shop.uri().toString())
          .replace("${ERP}", erp.uri().toString())
          .replace("${refunds}", Boolean.toString(refunds));
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

  /** All the ERP has, posted. */
  List<JsonNode> creditMemos() {
    return erp.truth("creditMemos").path("creditMemos").valueStream().toList();
  }

  /** Why a person must decide, by order number. */
  Map<String, String> held() {
    Map<String, String> held = new TreeMap<>();
    for (JsonNode order : shop.orders().values()) {
      String number = order.path("orderNumber").asString();
      hub.messages(number).stream()
          .filter(message -> message.state().equals("dead"))
          .forEach(message -> held.put(number, String.valueOf(message.reason())));
    }
    return held;
  }

  private void announce(JsonNode order) {
    ObjectNode body = Json.object();
    ObjectNode data = body.putObject("data").put("event", "order.written");
    data.putArray("payload")
        .addObject()
        .put("entity", "order")
        .put("operation", "insert")
        .put("primaryKey", order.path("id").asString());
    body.putObject("source").put("eventId", "event-" + ++events);
    RawRequest request =
        new RawRequest(
            "POST", "/webhook", "", Map.of("content-type", "application/json"), Json.bytes(body));
    assertThat(hub.hub().door().receive("shop", request).status()).isBetween(200, 299);
  }

  /** All that the ledger has about the order is finished for good or waits for a person. */
  private boolean isDecided(String id) {
    var messages = hub.hub().desk().bySource("shop", id);
    return !messages.isEmpty()
        && messages.stream()
            .allMatch(m -> m.finished() != null || m.state().equals("dead") || isEarly(m));
  }

  /** A refund whose order is not invoiced yet. */
  private static boolean isEarly(DeskStore.Entry message) {
    return message.event().startsWith("refunded:") && message.state().equals("waiting");
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
