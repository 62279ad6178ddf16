package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.demo.BusinessCentralCompany;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.proof.merchant.ShopByHand;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.proof.merchant.WebDoor;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One shop, two companies and a hub between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoCompanies {

  private final String first;
  private final String second;
  protected final TwinPair pair = new TwinPair();
  private final WebDoor door = new WebDoor();
  private final BusinessCentralTwin french =
      BusinessCentralTwin.start(
          Options.quick().withCompanion(), BusinessCentralCompany.of(ShopwareGoods.assortment()));
  protected final Truth inFrance = new Truth(pair.shop().uri(), french.uri());
  protected final ShopByHand shopkeeper = new ShopByHand(pair);
  private final Database database = Database.forTests();
  protected RunningHub hub;

  /**
   * @param first which orders the first company takes, as conditions of its flow
   * @param second likewise
   */
  @SuppressWarnings("NullAway.Init") // opened before the first story
  TwoCompanies(String first, String second) throws Exception {
    this.first = first;
    this.second = second;
  }

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    hub = new RunningHub(home, configuration(), TwinPair.secrets(), database);
    door.lead(hub.hub());
    pair.installApp(door.uri("shop"));
  }

  @AfterAll
  void close() {
    door.lead(null);
    hub.close();
    french.close();
    database.close();
    pair.close();
    door.close();
  }

  private String configuration() throws Exception {
    String yaml = pair.configuration(door.uri("shop"));
    int packs = yaml.indexOf("packs:\n");
    String company =
        yaml.substring(yaml.indexOf("  erp:\n"), packs)
            .replace("  erp:\n", "  erp-fr:\n")
            .replace(pair.erp().uri().toString(), french.uri().toString())
            .replace(
                "      tolerance:",
                "      paymentMethods: {\"*\": {terms: 14TAGE, method: PAYPAL}}\n"
                    + "      dimensions: {KANAL: SHOP}\n"
                    + "      tolerance:");
    return yaml.substring(0, packs)
        + company
        + yaml.substring(packs).replace("{paymentStates: {}}", "{paymentStates: {}" + first + "}")
        + """
          - use: business-central--shopware
            roles: {shop: shop, erp: erp-fr}
            prefix: fr-
            flows:
              orders: {poll: PT1S, conditions: {paymentStates: {}%s}}
              stock: {enabled: false}
        """
            .formatted(second)
            .indent(0);
  }

  static ObjectNode to(String country, String email) {
    ObjectNode order = Order.of(email, "AH-1005", 2);
    ((ObjectNode) order.path("billing")).put("country", country);
    return order;
  }

  List<DeskStore.Entry> messages(JsonNode order, String flow) {
    return hub.messages(order.path("orderNumber").asString()).stream()
        .filter(m -> m.flow().equals(flow))
        .toList();
  }

  void await(String what, JsonNode order, String flow, String event, String state) {
    hub.await(
        Await.PATIENCE,
        what,
        () ->
            messages(order, flow).stream()
                .anyMatch(m -> m.event().startsWith(event) && m.state().equals(state)));
  }

  /** What a flow says of an order; notices that come later may say nothing yet. */
  void says(JsonNode order, String flow, String... words) {
    hub.await(
        Await.PATIENCE,
        flow + " says " + List.of(words),
        () ->
            messages(order, flow).stream()
                .map(m -> Objects.requireNonNullElse(m.reason(), ""))
                .anyMatch(reason -> List.of(words).stream().allMatch(reason::contains)));
  }

  String toldCompany(JsonNode order) {
    return pair.truth()
        .shopOrder(order)
        .path("customFields")
        .path("kontor_erp_connection")
        .asString("");
  }

  void entered(JsonNode order, Truth company, String connection) {
    hub.await(Await.PATIENCE, "told " + connection, () -> toldCompany(order).equals(connection));
    hub.rest().await(Await.PATIENCE);
    assertThat(pair.truth().erpOrders(order)).hasSize(company == inFrance ? 0 : 1);
    assertThat(inFrance.erpOrders(order)).hasSize(company == inFrance ? 1 : 0);
    assertThat(company.differences(order)).isEmpty();
  }
}
