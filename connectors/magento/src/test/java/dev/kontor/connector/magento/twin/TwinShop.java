package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.ModelJson;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.magento.MagentoTwin;
import dev.kontor.twin.magento.Options;
import dev.kontor.twin.magento.api.Integration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The twin with its storefront and administration, as a person would use them. */
final class TwinShop implements AutoCloseable {

  private static final String ADMIN = "admintokenadmintokenadmintoken00";

  final ManualClock clock = new ManualClock("2026-11-21T09:00:00Z");
  private final MagentoTwin twin;
  private final TwinClient http;
  private long documents = 9_000;

  /**
   * @param rights of the hub's integration
   */
  TwinShop(String... rights) {
    Integration hub =
        new Integration(
            1,
            Options.CONSUMER_KEY,
            Options.CONSUMER_SECRET,
            Options.TOKEN,
            Options.TOKEN_SECRET,
            Arrays.stream(rights).collect(Collectors.toSet()));
    String other = Options.CONSUMER_SECRET.replace("demo", "mine");
    Integration admin =
        new Integration(
            2, other.replace("secret", "itskey"), other, ADMIN, other, Set.of(Integration.ALL));
    try {
      twin =
          MagentoTwin.start(
              Options.demo()
                  .adobeCommerce()
                  .clock(clock)
                  .dials(new Dials())
                  .integrations(hub, admin)
                  .allowingBearer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http = new TwinClient(twin.uri());
  }

  URI uri() {
    return twin.uri();
  }

  Dials dials() {
    return twin.dials();
  }

  long calls(String method, String path) {
    return twin.calls().of(method, path);
  }

  void tick() {
    clock.advance(Duration.ofSeconds(1));
  }

  /** An order further apart from what was before than a poll reads back. */
  Placed later() {
    clock.advance(Duration.ofHours(1));
    return order("");
  }

  /** At this instant. */
  Placed order(String note) {
    ObjectNode wish =
        (ObjectNode)
            ModelJson.parse(
                """
                {"customer": {"email": "kunde@kunde.example"},
                 "billing": {"firstname": "Änne", "lastname": "Großkopf", "street": ["Talweg 3"],
                             "postcode": "89073", "city": "Ulm", "country_id": "DE",
                             "telephone": "0731 1"},
                 "lines": [{"sku": "KOCHER-F1", "qty": 3}, {"sku": "GAS-230", "qty": 2}]}\
                """);
    if (!note.isEmpty()) {
      wish.put("note", note);
    }
    return order(wish);
  }

  /** Of one article. */
  Placed order(String sku, int pieces) {
    ObjectNode wish =
        (ObjectNode)
            ModelJson.parse(
                """
                {"customer": {"email": "kunde@kunde.example"},
                 "billing": {"firstname": "Änne", "lastname": "Großkopf", "street": ["Talweg 3"],
                             "postcode": "89073", "city": "Ulm", "country_id": "DE",
                             "telephone": "0731 1"}}\
                """);
    wish.putArray("lines").addObject().put("sku", sku).put("qty", pieces);
    return order(wish);
  }

  /** As the buyer wishes. */
  Placed order(ObjectNode wish) {
    JsonNode placed = control("POST", "shop/orders", wish).path("orders").path(0);
    return new Placed(placed.path("entity_id").asString(), placed.path("increment_id").asString());
  }

  /** A new article that lies nowhere. */
  void article(String sku, String price) {
    ArrayNode articles = ModelJson.mapper().createArrayNode();
    articles
        .addObject()
        .put("sku", sku)
        .put("name", "Article " + sku)
        .put("price", new BigDecimal(price))
        .put("weight", 1)
        .put("tax_class", 2);
    control("POST", "shop/products", articles);
  }

  /** Whether a search for articles shows what buyers can choose of them. */
  void searchShowsOptions(boolean on) {
    control("PUT", "shop/options-in-search", ModelJson.mapper().createObjectNode().put("on", on));
  }

  /** At a source, by somebody else's word. */
  void stock(String sku, String source, int pieces) {
    control(
        "POST",
        "shop/stock",
        ModelJson.mapper()
            .createObjectNode()
            .put("sku", sku)
            .put("source", source)
            .put("quantity", pieces));
  }

  /** What lies at a source; a missing node if the article never lay there. */
  JsonNode at(String sku, String source) {
    return control("GET", "truth/stock", null).path(sku).path(source);
  }

  /** What lies at all sources. */
  String lies(String sku) {
    return control("GET", "truth/stock", null)
        .path(sku)
        .valueStream()
        .map(JsonNode::decimalValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Whether the shop works off its message queue. */
  void consume(boolean on) {
    control("PUT", "shop/consumer", ModelJson.mapper().createObjectNode().put("on", on));
  }

  /** Works off its message queue once. */
  void consume() {
    control("POST", "shop/consumer", ModelJson.mapper().createObjectNode());
  }

  /** An attribute of the merchant's own, of which no two articles have the same value. */
  void attribute(String code, String label) {
    control(
        "POST",
        "shop/attributes",
        ModelJson.mapper()
            .createObjectNode()
            .put("code", code)
            .put("label", label)
            .put("unique", true));
  }

  /**
   * An attribute of the merchant's own.
   *
   * @param input how people enter it
   */
  void attribute(String code, String input, String scope) {
    control(
        "POST",
        "shop/attributes",
        ModelJson.mapper()
            .createObjectNode()
            .put("code", code)
            .put("label", code)
            .put("input", input)
            .put("scope", scope));
  }

  /** Saving the article meets a deadlock of the database so often. */
  void lock(String sku, int times) {
    control(
        "POST",
        "shop/locks",
        ModelJson.mapper().createObjectNode().put("sku", sku).put("times", times));
  }

  /** An article by the shop's own truth; a missing node if there is none. */
  JsonNode product(String sku) {
    return control("GET", "truth/products", null).path(sku);
  }

  /** An article as a store view shows it. */
  JsonNode product(String view, String sku) {
    return admin("GET", "/rest/" + view + "/V1/products/" + sku, null);
  }

  /** By somebody else, for every store view. */
  void saveProduct(String product) {
    admin("POST", "/rest/all/V1/products", ModelJson.parse("{\"product\": " + product + "}"));
  }

  /** Base price of an article. */
  BigDecimal price(String sku) {
    return admin("GET", "/rest/all/V1/products/" + sku, null).path("price").decimalValue();
  }

  /** Tier prices of an article, such as {@code Wholesale 5 54.9}, by group and quantity. */
  List<String> tiers(String sku) {
    return admin(
            "POST",
            "/rest/all/V1/products/tier-prices-information",
            ModelJson.parse("{\"skus\": [\"" + sku + "\"]}"))
        .valueStream()
        .map(
            row ->
                row.path("customer_group").asString()
                    + " "
                    + row.path("quantity").decimalValue().stripTrailingZeros().toPlainString()
                    + " "
                    + row.path("price").decimalValue().stripTrailingZeros().toPlainString())
        .sorted()
        .toList();
  }

  /** What buyers see. */
  int salable(String sku) {
    return admin("GET", "/rest/all/V1/inventory/get-product-salable-quantity/" + sku + "/2", null)
        .asInt();
  }

  /** The order by the shop's own truth. */
  JsonNode truth(String id) {
    return control("GET", "truth/orders", null)
        .valueStream()
        .filter(order -> order.path("entity_id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What a buyer does with a quote; the cart. */
  JsonNode quote(String method, ObjectNode wish) {
    return control(method, "shop/quotes", wish);
  }

  JsonNode quotedOrder(ObjectNode wish) {
    return control("POST", "shop/quotes/order", wish).path("orders").path(0);
  }

  JsonNode quotes() {
    return control("GET", "truth/quotes", null);
  }

  /** What each company owes. */
  JsonNode credits() {
    return control("GET", "truth/credits", null);
  }

  /** What no order could be placed with; the shop's words. */
  String refused(ObjectNode wish) {
    TwinClient.Reply reply =
        http.send("POST", "/_twin/shop/orders", wish.toString(), TwinClient.PLAIN);
    return reply.ok() ? "" : reply.text();
  }

  /** An attribute of accounts that the merchant makes. */
  void customerAttribute(String code) {
    control(
        "POST",
        "shop/customer-attributes",
        ModelJson.mapper().createObjectNode().put("code", code));
  }

  /** A raw save by somebody else, which moves the order's time of change. */
  void save(String id, String field, String value) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.putObject("entity").put("entity_id", Integer.parseInt(id)).put(field, value);
    admin("POST", "/rest/all/V1/orders", body);
  }

  /** A document of an order that leaves the order's own row as it is. */
  void document(String list, String order, String tracking) {
    String now =
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
    ObjectNode row = ModelJson.mapper().createObjectNode();
    row.put("entity_id", ++documents)
        .put("increment_id", "000009" + documents)
        .put("order_id", Integer.parseInt(order))
        .put("store_id", 1)
        .put("state", 2)
        .put("grand_total", 1)
        .put("created_at", now)
        .put("updated_at", now);
    row.putArray("items");
    if (list.equals("shipments")) {
      row.putArray("tracks").addObject().put("entity_id", documents).put("track_number", tracking);
    }
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.putArray(list).add(row);
    control("POST", "shop/recorded", body);
  }

  void maintenance(boolean on) {
    control("PUT", "shop/maintenance", ModelJson.mapper().createObjectNode().put("on", on));
  }

  /** As an administrator, who has all rights. */
  JsonNode admin(String method, String path, @Nullable JsonNode body) {
    Map<String, String> headers = new HashMap<>(TwinClient.PLAIN);
    headers.put("Authorization", "Bearer " + ADMIN);
    String text = body == null ? null : body.toString();
    TwinClient.Reply reply = http.send(method, path, text, headers);
    if (!reply.ok()) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
    return ModelJson.parse(reply.text());
  }

  private JsonNode control(String method, String path, @Nullable JsonNode body) {
    String text = body == null ? null : body.toString();
    TwinClient.Reply reply = http.send(method, "/_twin/" + path, text, TwinClient.PLAIN);
    if (!reply.ok()) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
    return ModelJson.parse(reply.text().isEmpty() ? "{}" : reply.text());
  }

  @Override
  public void close() {
    http.close();
    twin.close();
  }
}
