package dev.kontor.proof.console;

import dev.kontor.app.demo.Shoppers;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.contract.Await;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.Listener;
import dev.kontor.proof.merchant.Merchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A merchant whose hub people may look at: some orders went through, and those sent by express wait
 * for a row of a value table that nobody wrote.
 */
final class Stage implements AutoCloseable {

  private static final int ORDERS = 24;
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
  private final Listener office;
  private final Reception reception;

  private Stage(Merchant merchant, Listener office) {
    this.merchant = merchant;
    this.office = office;
    this.reception = new Reception(merchant);
  }

  static Stage open(Path home) throws IOException {
    Files.writeString(home.resolve("shipment.yaml"), OVERLAY);
    Listener office = new Listener();
    Merchant merchant =
        Merchant.configured(home, yaml -> configured(yaml, office), "stock", "progress");
    merchant.openDoor();
    Stage stage = new Stage(merchant, office);
    stage.orders();
    return stage;
  }

  private static String configured(String yaml, Listener office) {
    return yaml.replace("stock: {enabled: true,", "stock: {enabled: true, reconcile: \"03:00\",")
        + TABLE
        + alerts(office);
  }

  /** Nobody listens at the second. */
  private static String alerts(Listener office) {
    return """
        alerts:
          receivers:
            office: {webhook: {url: "%s", secret: {env: APP_SECRET}}}
            warehouse: {webhook: {url: "http://127.0.0.1:9/alerts", secret: {env: APP_SECRET}}}
        """
        .formatted(office.url());
  }

  private void orders() {
    Shoppers shoppers = new Shoppers(ShopwareGoods.assortment(), 7);
    for (int i = 0; i < ORDERS; i++) {
      merchant.place(ShopwareGoods.wish(shoppers.next()));
    }
    merchant.await(Await.PATIENCE, "every order brought to an end", this::isSettled);
    // An order that is read once more is no dead letter for a moment.
    merchant.hub().rest().await(Await.PATIENCE);
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
    return reception.environment();
  }

  @Override
  public void close() {
    reception.close();
    merchant.close();
    office.close();
  }
}
