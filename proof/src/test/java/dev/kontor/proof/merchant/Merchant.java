package dev.kontor.proof.merchant;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Desk;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.problem.Approval;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merchant with a shop, an ERP and a hub between them, whose app the shop has installed. */
public final class Merchant implements AutoCloseable {

  private final TwinPair pair;
  private final MovedClock clock;
  private final UnaryOperator<String> change;
  private final WebDoor door = new WebDoor();
  private final Database database = Database.forTests();
  private final Map<String, String> environment = TwinPair.secrets();
  private final Path home;
  private final String[] flows;
  private @Nullable DrivenClock databaseClock;
  private @Nullable RunningHub hub;

  private Merchant(
      Path home, TwinPair pair, MovedClock clock, UnaryOperator<String> change, String... flows)
      throws IOException {
    this.home = home;
    this.pair = pair;
    this.clock = clock;
    this.change = change;
    this.flows = flows.clone();
  }

  /**
   * Without a hub yet.
   *
   * @param flows that are switched on beside that of orders
   */
  public static Merchant at(Path home, String... flows) throws IOException {
    return new Merchant(home, new TwinPair(), new MovedClock(), yaml -> yaml, flows);
  }

  /**
   * Without a hub yet.
   *
   * @param change of the configuration
   * @param flows that are switched on beside that of orders
   */
  public static Merchant configured(Path home, UnaryOperator<String> change, String... flows)
      throws IOException {
    return new Merchant(home, new TwinPair(), new MovedClock(), change, flows);
  }

  /**
   * With a shop of that catalogue, an ERP of that company, and a clock that all of them go by and
   * that can be moved. Without a hub yet.
   *
   * @param change of the configuration
   * @param flows that are switched on beside that of orders
   */
  public static Merchant moved(
      Path home,
      JsonNode catalogue,
      JsonNode company,
      MovedClock clock,
      UnaryOperator<String> change,
      String... flows)
      throws IOException {
    Options shop = Options.demo().catalogue(catalogue).retryPauses(List.of(Duration.ofMillis(300)));
    Merchant merchant =
        new Merchant(home, new TwinPair(shop, company, clock), clock, change, flows);
    merchant.databaseClock = new DrivenClock(merchant.database);
    merchant.databaseClock.advance(clock.ahead());
    return merchant;
  }

  /** All clocks show this moment from now on. */
  public void moveTo(Instant moment) {
    Duration by = clock.moveTo(moment);
    Objects.requireNonNull(databaseClock, "the clock cannot be moved").advance(by);
  }

  /** With a running hub that the shop tells of every change. */
  public static Merchant open(Path home, String... flows) throws IOException {
    Merchant merchant = at(home, flows);
    merchant.openDoor();
    return merchant;
  }

  /** Starts the hub, and has the shop tell it of every change. */
  public void openDoor() throws IOException {
    startHub();
    pair.installApp(door.uri("shop"));
  }

  public TwinPair pair() {
    return pair;
  }

  public ShopwareTwin shop() {
    return pair.shop();
  }

  public BusinessCentralTwin erp() {
    return pair.erp();
  }

  public WebDoor door() {
    return door;
  }

  public Path home() {
    return home;
  }

  public Database database() {
    return database;
  }

  /** The secrets the next hub to start will read. */
  public Map<String, String> environment() {
    return environment;
  }

  public RunningHub startHub() throws IOException {
    return startHub(home, database);
  }

  public RunningHub startHub(Path directory, Database on) throws IOException {
    String yaml = change.apply(pair.configuration(door.uri("shop"), flows));
    RunningHub started = new RunningHub(directory, yaml, environment, on, clock);
    hub = started;
    door.lead(started.hub());
    return started;
  }

  public void stopHub() {
    RunningHub running = hub;
    if (running != null) {
      door.lead(null);
      running.close();
      hub = null;
    }
  }

  public RunningHub hub() {
    return Objects.requireNonNull(hub, "no hub runs");
  }

  public Desk desk() {
    return hub().hub().desk();
  }

  /** Whether what a person decides about a message is carried out. */
  public boolean decide(Approval.Action action, long message, String reason) {
    return hub().hub().problems().deciding().decide(action, List.of(message), "Erika", reason)
            instanceof Deciding.Ruling.Carried carried
        && carried.result().changed() == 1;
  }

  /** The shop's truth about the new order. */
  public JsonNode place(JsonNode order) {
    return pair.place(order);
  }

  public void placeRandom(int count, int seed) {
    pair.placeRandom(count, seed);
  }

  public void change(JsonNode order, String action, @Nullable JsonNode body) {
    pair.change(order, action, body);
  }

  public Truth truth() {
    return pair.truth();
  }

  /** The newest event of that name of an order, null if the ledger has none. */
  public DeskStore.@Nullable Entry event(JsonNode order, String event) {
    return messages(order).stream()
        .filter(m -> m.event().startsWith(event))
        .reduce((a, b) -> b)
        .orElse(null);
  }

  /** What the ledger says about the event, empty if it has none or says nothing. */
  public String reason(JsonNode order, String event) {
    DeskStore.Entry entry = event(order, event);
    return entry == null ? "" : Objects.requireNonNullElse(entry.reason(), "");
  }

  public boolean isIn(JsonNode order, String event, String... states) {
    DeskStore.Entry entry = event(order, event);
    return entry != null && List.of(states).contains(entry.state());
  }

  private List<DeskStore.Entry> messages(JsonNode order) {
    return hub().messages(order.path("orderNumber").asString());
  }

  public void await(Duration most, String what, BooleanSupplier condition) {
    hub().await(most, what, condition);
  }

  /**
   * Waits until every living shop order is in the ERP and the shop knows its number, and then until
   * the hub has nothing left to do, so that a second copy would be there too.
   */
  public void settle(Duration most) {
    await(most, "every order in the ERP and answered", () -> truth().unanswered().isEmpty());
    hub().rest().await(most);
  }

  @Override
  public void close() {
    stopHub();
    database.close();
    pair.close();
    door.close();
  }
}
