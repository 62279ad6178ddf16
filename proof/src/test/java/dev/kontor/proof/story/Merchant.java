package dev.kontor.proof.story;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merchant with a shop, an ERP and a hub between them, whose app the shop has installed. */
final class Merchant implements AutoCloseable {

  static final String APP_SECRET = TwinPair.APP_SECRET;

  private final TwinPair pair = new TwinPair();
  final ShopwareTwin shop = pair.shop();
  final BusinessCentralTwin erp = pair.erp();
  final WebDoor door = new WebDoor();
  final Path home;
  final Map<String, String> environment = TwinPair.secrets();
  final Database database = Database.forTests();
  UnaryOperator<String> configuration = UnaryOperator.identity();
  private final boolean stock;
  private @Nullable RunningHub hub;

  private Merchant(Path home, boolean stock) throws IOException {
    this.home = home;
    this.stock = stock;
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
    String yaml = pair.configuration(door.uri("shop"), stock);
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
    pair.installApp(door.uri("shop"));
  }

  /** The shop's truth about the new order. */
  JsonNode place(JsonNode order) {
    return pair.place(order);
  }

  void placeRandom(int count, int seed) {
    pair.placeRandom(count, seed);
  }

  void change(JsonNode order, String action, @Nullable JsonNode body) {
    pair.change(order, action, body);
  }

  Truth truth() {
    return pair.truth();
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
    pair.close();
    door.close();
  }
}
