package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.api.SignIn;
import dev.kontor.twin.shopware.hooks.Apps;
import dev.kontor.twin.shopware.hooks.Manifest;
import dev.kontor.twin.shopware.shop.Catalogue;
import dev.kontor.twin.shopware.shop.Shop;
import java.io.IOException;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The twin's own addresses below /_twin/: storefront, administration clicks, truth. */
public final class Control {
  private static final String ORDERS = "/_twin/shop/orders/";
  private static final String CUSTOMERS = "/_twin/shop/customers/";
  private final Shop shop;
  private final Apps apps;
  private final SignIn signIn;
  private final Truth truth;
  private final OrderClicks clicks;

  public Control(Shop shop, Apps apps, SignIn signIn) {
    this.shop = shop;
    this.apps = apps;
    this.signIn = signIn;
    this.truth = new Truth(shop);
    this.clicks = new OrderClicks(shop);
  }

  public Answer handle(Call call) throws IOException, InterruptedException {
    try {
      return routed(call);
    } catch (ApiError e) {
      return Answer.json(e.status(), e.body());
    } catch (IllegalArgumentException | JacksonException e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer routed(Call call) throws IOException, InterruptedException {
    if (call.method().equals("POST") && call.path().startsWith(ORDERS)) {
      return order(call);
    }
    if (call.method().equals("POST") && call.path().startsWith(CUSTOMERS)) {
      return customer(call);
    }
    return switch (call.method() + " " + call.path()) {
      case "GET /_twin/truth/orders" -> Answer.json(200, truth.orders());
      case "GET /_twin/truth/stock" -> Answer.json(200, truth.stock());
      case "GET /_twin/truth/products" -> Answer.json(200, truth.products(look(call)));
      case "GET /_twin/truth/customers" -> Answer.json(200, truth.customers());
      case "GET /_twin/truth/documents" -> Answer.json(200, truth.documents());
      case "GET /_twin/truth/mails" -> Answer.json(200, truth.mails());
      case "GET /_twin/shop/catalogue" -> Answer.json(200, Catalogue.demo());
      case "POST /_twin/shop/orders" -> Answer.json(201, place(body(call)));
      case "POST /_twin/shop/customers" -> Answer.json(201, register(body(call)));
      case "POST /_twin/shop/products" -> products(call.json());
      case "POST /_twin/shop/apps" -> Answer.json(201, install(body(call)));
      case "POST /_twin/shop/expire-tokens" -> {
        signIn.expireTokens();
        yield Answer.empty(204);
      }
      default -> Answer.text(404, "Nothing at " + call.method() + " " + call.path());
    };
  }

  private static Look look(Call call) {
    return new Look(
        call.param("group").orElse(null),
        call.param("customer").orElse(null),
        call.param("currency").orElse("EUR"),
        call.param("country").orElse("DE"),
        call.param("language").orElse("de-DE"),
        call.param("quantity").filter(q -> q.matches("\\d{1,6}")).map(Integer::parseInt).orElse(1));
  }

  private ObjectNode register(ObjectNode request) {
    return shop.tables().transact(() -> truth.customer(shop.accounts().register(request)));
  }

  private Answer customer(Call call) {
    String[] parts = call.path().substring(CUSTOMERS.length()).split("/", 2);
    ObjectNode body = body(call);
    ObjectNode changed =
        shop.tables()
            .transact(
                () ->
                    truth.customer(
                        switch (parts.length == 2 ? parts[1] : "") {
                          case "profile" -> shop.accounts().profile(parts[0], body);
                          case "address" -> shop.accounts().address(parts[0], body);
                          default ->
                              throw new IllegalArgumentException(
                                  "Customers change their profile or address.");
                        }));
    return Answer.json(200, changed);
  }

  private static ObjectNode body(Call call) {
    return call.body().length > 0 && call.json() instanceof ObjectNode object
        ? object
        : Json.object();
  }

  private ObjectNode place(ObjectNode request) {
    ArrayNode placed = Json.array();
    JsonNode wish = request.path("random");
    if (wish.isObject()) {
      RandomOrders orders =
          shop.tables().transact(() -> new RandomOrders(shop, wish.path("seed").asLong(1)));
      for (int i = wish.path("count").asInt(1); i > 0; i--) {
        placed.add(placed(orders.next()));
      }
    } else {
      placed.add(placed(request));
    }
    return Json.object().set("orders", placed);
  }

  private ObjectNode placed(ObjectNode request) {
    return shop.tables().transact(() -> truth.order(shop.checkout().place(request)));
  }

  private Answer order(Call call) {
    String[] parts = call.path().substring(ORDERS.length()).split("/", 2);
    String id = parts[0];
    String action = parts.length == 2 ? parts[1] : "";
    ObjectNode body = body(call);
    return Answer.json(
        200,
        shop.tables()
            .transact(
                () -> {
                  clicks.act(action, id, body);
                  return truth.order(shop.tables().get("order", id));
                }));
  }

  private Answer products(JsonNode list) {
    shop.tables()
        .transact(
            () -> {
              shop.catalogue().add(list);
              return list;
            });
    return Answer.empty(204);
  }

  private ObjectNode install(ObjectNode request) throws IOException, InterruptedException {
    JsonNode url = request.path("manifestUrl");
    return apps.install(
        url.isString()
            ? apps.fetch(URI.create(url.stringValue()))
            : Manifest.parse(request.path("manifest").asString("")));
  }
}
