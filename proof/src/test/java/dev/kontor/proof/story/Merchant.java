package dev.kontor.proof.story;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merchant with a shop, an ERP and a hub between them, whose app the shop has installed. */
final class Merchant implements AutoCloseable {

  static final String APP_SECRET = "app-secret-of-the-story";

  final ShopwareTwin shop;
  final BusinessCentralTwin erp;
  final WebDoor door = new WebDoor();
  final Path home;
  final Map<String, String> environment = new TreeMap<>();
  final Database database = Database.forTests();
  UnaryOperator<String> configuration = UnaryOperator.identity();
  private final boolean stock;
  private @Nullable RunningHub hub;

  private Merchant(Path home, boolean stock) throws IOException {
    this.home = home;
    this.stock = stock;
    shop = ShopwareTwin.start(Options.demo().retryPauses(List.of(Duration.ofMillis(300))));
    erp =
        BusinessCentralTwin.start(
            dev.kontor.twin.businesscentral.Options.quick(), Assortment.company());
    environment.put("SHOP_SECRET", Options.SECRET);
    environment.put("ERP_SECRET", "kontor-secret");
    environment.put("APP_SECRET", APP_SECRET);
  }

  /** Without a hub yet. */
  static Merchant at(Path home, boolean stock) throws IOException {
    return new Merchant(home, stock);
  }

  /** With a running hub that the shop tells of every change. */
  static Merchant open(Path home, boolean stock) throws IOException {
    Merchant merchant = at(home, stock);
    merchant.startHub();
    merchant.installApp();
    return merchant;
  }

  RunningHub startHub() throws IOException {
    return startHub(home, database);
  }

  RunningHub startHub(Path directory, Database on) throws IOException {
    String yaml =
        new String(Assortment.resource("/story/kontor.yaml"), StandardCharsets.UTF_8)
            .replace("${SHOP}", shop.uri().toString())
            .replace("${ERP}", erp.uri().toString())
            .replace("${DOOR}", door.uri("shop").toString())
            .replace("${STOCK}", String.valueOf(stock));
    RunningHub started = new RunningHub(directory, configuration.apply(yaml), environment, on);
    hub = started;
    door.lead(started.hub());
    return started;
  }

  void stopHub() {
    RunningHub running = hub;
    if (running != null) {
      door.lead(null);
      running.close();
      hub = null;
    }
  }

  RunningHub hub() {
    return Objects.requireNonNull(hub, "no hub runs");
  }

  /** As a person does in the administration, with the app's secret filled in. */
  void installApp() {
    HttpRequest request =
        HttpRequest.newBuilder(java.net.URI.create(door.uri("shop") + "/app/manifest.xml")).build();
    String manifest = new String(Wire.send(request).body(), StandardCharsets.UTF_8);
    String filled = manifest.replace("<secret></secret>", "<secret>" + APP_SECRET + "</secret>");
    Wire.post(shop.uri(), "/_twin/shop/apps", Json.object().put("manifest", filled));
  }

  /** The shop's truth about the new order. */
  JsonNode place(JsonNode order) {
    return Wire.post(shop.uri(), "/_twin/shop/orders", order).path("orders").path(0);
  }

  void placeRandom(int count, int seed) {
    JsonNode wish =
        Json.object().set("random", Json.object().put("count", count).put("seed", seed));
    Wire.post(shop.uri(), "/_twin/shop/orders", wish);
  }

  void change(JsonNode order, String action, @Nullable JsonNode body) {
    String id = order.path("id").asString();
    Wire.post(shop.uri(), "/_twin/shop/orders/" + id + "/" + action, body);
  }

  Truth truth() {
    return new Truth(shop.uri(), erp.uri());
  }

  List<DeskStore.Entry> messages(JsonNode order) {
    return hub().hub().desk().byNumber(order.path("orderNumber").asString());
  }

  /** The event of that name of an order, null if the ledger has none. */
  DeskStore.@Nullable Entry event(JsonNode order, String event) {
    return messages(order).stream()
        .filter(m -> m.event().startsWith(event))
        .reduce((a, b) -> b)
        .orElse(null);
  }

  boolean isIn(JsonNode order, String event, String state) {
    DeskStore.Entry entry = event(order, event);
    return entry != null && entry.state().equals(state);
  }

  void await(Duration most, String what, BooleanSupplier condition) throws InterruptedException {
    hub().await(most, what, condition);
  }

  /** Waits until every living shop order is in the ERP and the shop knows its number. */
  void settle(Duration most) throws InterruptedException {
    await(most, "every order in the ERP and answered", () -> truth().unanswered().isEmpty());
  }

  @Override
  public void close() {
    stopHub();
    database.close();
    erp.close();
    shop.close();
    door.close();
  }
}
