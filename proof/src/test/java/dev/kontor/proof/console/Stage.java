package dev.kontor.proof.console;

import dev.kontor.app.access.OneTimeLink;
import dev.kontor.app.access.Passwords;
import dev.kontor.app.demo.Assortment;
import dev.kontor.app.demo.Shoppers;
import dev.kontor.app.web.HubGate;
import dev.kontor.app.web.WebServer;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Role;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.Merchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A merchant whose hub people may look at: some orders went through, and those sent by express wait
 * for a row of a value table that nobody wrote.
 */
final class Stage implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int ORDERS = 24;
  private static final String PASSWORD = "a long password";
  private static final String ADMINISTRATOR = "a.weiss";
  private static final String OVERLAY =
      """
      overlay: business-central/order.out
      rules:
        - {to: shipmentMethodCode, path: shippingMethod, table: shipment}
      """;
  private static final String TABLE =
      """
      tables: {shipment: {shipping_standard: STANDARD}}
      overlays: [shipment.yaml]
      """;

  private final Merchant merchant;
  private final HubGate gate = new HubGate();
  private final WebServer administration;

  private Stage(Merchant merchant) {
    this.merchant = merchant;
    administration = WebServer.administration(0, gate);
    gate.open(merchant.hub().hub());
  }

  static Stage open(Path home) throws IOException {
    Files.writeString(home.resolve("shipment.yaml"), OVERLAY);
    Merchant merchant = Merchant.configured(home, Stage::configured, "stock", "progress");
    merchant.openDoor();
    Stage stage = new Stage(merchant);
    stage.people();
    stage.orders();
    return stage;
  }

  private static String configured(String yaml) {
    return yaml.replace("stock: {enabled: true,", "stock: {enabled: true, reconcile: \"03:00\",")
        + TABLE;
  }

  private Access access() {
    return merchant.hub().hub().access();
  }

  private void people() {
    String hash = new Passwords().hash(PASSWORD);
    person("m.brandt", "Marie Brandt", Role.OPERATOR, hash);
    person("j.keller", "Jonas Keller", Role.INTEGRATOR, hash);
    person(ADMINISTRATOR, "Anna Weiss", Role.ADMINISTRATOR, hash);
    person("t.vogel", "Tom Vogel", Role.VIEWER, hash);
    person("l.ott", "Lena Ott", Role.AUDITOR, hash);
  }

  private void person(String user, String name, Role role, String hash) {
    access().users().add(user, name, List.of(role), hash, /* mustChange= */ false, "story");
  }

  private void orders() {
    Shoppers shoppers = new Shoppers(Assortment.demo(), 7);
    for (int i = 0; i < ORDERS; i++) {
      merchant.place(shoppers.next().request());
    }
    merchant.await(SOON, "every order brought to an end", this::isSettled);
    merchant.truth().erpOrders().values().stream()
        .flatMap(List::stream)
        .limit(ORDERS / 4)
        .forEach(this::ship);
    merchant.desk().reconcile("stock", "story");
  }

  private boolean isSettled() {
    long dead =
        merchant.desk().counts().stream()
            .filter(count -> count.flow().equals("orders") && count.state().equals("dead"))
            .mapToLong(DeskStore.Count::count)
            .sum();
    return merchant.truth().erpOrders().size() + dead >= ORDERS;
  }

  private void ship(JsonNode order) {
    merchant.erp().shipAndInvoice(order.path("number").asString());
  }

  /** What the browser's tests must know of it. */
  Map<String, String> environment() {
    String url = "http://127.0.0.1:" + administration.port();
    return Map.of(
        "KONTOR_CONSOLE_URL",
        url,
        "KONTOR_CONSOLE_LINK",
        url + OneTimeLink.of(access(), ADMINISTRATOR),
        "KONTOR_CONSOLE_PASSWORD",
        PASSWORD,
        "KONTOR_CONSOLE_TOKEN",
        token(),
        "KONTOR_SHOP_URL",
        merchant.shop().uri().toString());
  }

  private String token() {
    return access().tokens().create("story", Set.of(Right.READ), null, "story").secret();
  }

  @Override
  public void close() {
    gate.close();
    administration.close();
    merchant.close();
  }
}
