package dev.kontor.twin.magento.control;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.Shop;
import dev.kontor.twin.magento.api.Integrations;
import dev.kontor.twin.magento.api.RestApi;
import dev.kontor.twin.magento.b2b.SharedCatalogues;
import dev.kontor.twin.magento.bulk.Bulks;
import dev.kontor.twin.magento.catalog.Catalogue;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.sales.Clerks;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The twin's own addresses below /_twin/: storefront, administration, truth. */
public final class Control {
  private static final Pattern ORDER = Pattern.compile("/_twin/shop/orders/(\\d+)/(pay|cancel)");

  private final Shop shop;
  private final Truth truth;
  private final RestApi api;
  private final Integrations integrations;
  private final Bulks bulks;
  private final Clerks clerks;

  public Control(Shop shop, Truth truth, RestApi api, Integrations integrations, Bulks bulks) {
    this.shop = shop;
    this.truth = truth;
    this.api = api;
    this.integrations = integrations;
    this.bulks = bulks;
    this.clerks = new Clerks(shop.tables(), shop.reservations());
  }

  public Answer handle(Call call) {
    try {
      return routed(call);
    } catch (ApiError e) {
      return Answer.json(e.status(), e.body());
    } catch (IllegalArgumentException | JacksonException e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer routed(Call call) {
    return switch (call.method() + " " + call.path()) {
      case "GET /_twin/truth/orders" -> Answer.json(200, truth.orders());
      case "GET /_twin/truth/stock" -> Answer.json(200, truth.stock());
      case "GET /_twin/truth/credits" -> Answer.json(200, truth.credits());
      case "GET /_twin/truth/shared-catalogues" -> Answer.json(200, truth.sharedCatalogues());
      case "GET /_twin/truth/reservations" -> Answer.json(200, truth.reservations());
      case "GET /_twin/shop/catalogue" -> Answer.json(200, Catalogue.demo());
      case "POST /_twin/shop/orders" ->
          Answer.json(201, placed(() -> shop.checkout().place(body(call))));
      case "GET /_twin/truth/quotes" -> Answer.json(200, truth.quotes());
      case "POST /_twin/shop/quotes" -> quoted(b -> shop.buyers().request(b), call);
      case "PUT /_twin/shop/quotes" -> quoted(b -> shop.buyers().act(b), call);
      case "POST /_twin/shop/quotes/order" ->
          Answer.json(201, placed(() -> shop.buyers().order(body(call))));
      case "GET /_twin/truth/products" -> Answer.json(200, truth.products());
      case "POST /_twin/shop/consumer" -> Answer.json(200, consumed(body(call)));
      default -> administered(call);
    };
  }

  private Answer administered(Call call) {
    ObjectNode body = body(call);
    boolean on = body.path("on").asBoolean(false);
    switch (call.method() + " " + call.path()) {
      case "POST /_twin/shop/recorded" -> alone(() -> recorded(body));
      case "POST /_twin/shop/products" -> alone(() -> shop.catalogue().add(call.json()));
      case "POST /_twin/shop/attributes" -> alone(() -> attribute(body));
      case "POST /_twin/shop/customer-attributes" ->
          alone(() -> shop.customerAttributes().add(Row.text(body, "code")));
      case "POST /_twin/shop/locks" ->
          alone(() -> shop.rules().lock(Row.text(body, "sku"), body.path("times").asInt(1)));
      case "POST /_twin/shop/stock" -> alone(() -> stocked(body));
      case "POST /_twin/shop/statuses" ->
          alone(() -> shop.statuses().add(Row.text(body, "status"), Row.text(body, "state")));
      case "PUT /_twin/shop/setup" ->
          alone(() -> shop.checkout().set(Setups.of(shop.checkout().setup(), body)));
      case "PUT /_twin/shop/public-catalogue" ->
          alone(() -> new SharedCatalogues(shop.tables()).fill(on));
      case "PUT /_twin/shop/options-in-search" -> alone(() -> shop.parts().options().inSearch(on));
      case "PUT /_twin/shop/bearer" -> integrations.allowBearer(on);
      case "PUT /_twin/shop/maintenance" -> api.maintain(on);
      case "PUT /_twin/shop/consumer" ->
          alone(() -> bulks.consume(on, body.path("perSecond").asInt(0)));
      default -> {
        return ordered(call);
      }
    }
    return Answer.empty(204);
  }

  private Answer ordered(Call call) {
    Matcher order = ORDER.matcher(call.path());
    if (!call.method().equals("POST") || !order.matches()) {
      return Answer.text(404, "Nothing at " + call.method() + " " + call.path());
    }
    long id = Long.parseLong(order.group(1));
    alone(order.group(2).equals("pay") ? () -> clerks.pay(id) : () -> clerks.cancel(id));
    return Answer.empty(204);
  }

  private void alone(Runnable work) {
    shop.tables()
        .alone(
            () -> {
              work.run();
              return shop;
            });
  }

  private static ObjectNode body(Call call) {
    return call.body().length > 0 && call.json() instanceof ObjectNode object
        ? object
        : Json.object();
  }

  private ObjectNode placed(Supplier<ObjectNode> order) {
    ArrayNode placed = Json.array();
    placed.add(shop.tables().alone(() -> truth.order(order.get())));
    return Json.object().set("orders", placed);
  }

  private Answer quoted(Function<ObjectNode, ObjectNode> act, Call call) {
    return Answer.json(200, shop.tables().alone(() -> Row.shown(act.apply(body(call)))));
  }

  private ObjectNode consumed(ObjectNode body) {
    int most = body.path("most").asInt(Integer.MAX_VALUE);
    return Json.object().put("done", shop.tables().alone(() -> bulks.run(most)));
  }

  private void attribute(ObjectNode body) {
    String code = Row.text(body, "code");
    shop.attributes().add(code, body);
    boolean required = body.path("required").asBoolean(false);
    boolean unique = body.path("unique").asBoolean(false);
    if (required || unique) {
      shop.rules().add(code, body.path("label").asString(code), required, unique);
    }
  }

  private void stocked(ObjectNode body) {
    shop.stock()
        .put(
            Row.text(body, "sku"),
            Row.text(body, "source"),
            Row.amount(body, "quantity"),
            body.path("status").asLong(1));
  }

  private void recorded(JsonNode given) {
    given.path("reservations").forEach(r -> shop.reservations().take((ObjectNode) r));
    given.path("products").forEach(p -> shop.catalogue().take((ObjectNode) p));
    if (given.has("source_items")) {
      shop.stock().replace(given.path("source_items"));
    }
    given.path("customers").forEach(c -> shop.tables().customers().insert((ObjectNode) c));
    given.path("orders").forEach(o -> shop.recorded().order((ObjectNode) o));
    given.path("invoices").forEach(o -> shop.recorded().invoice((ObjectNode) o));
    given.path("shipments").forEach(o -> shop.recorded().shipment((ObjectNode) o));
    given.path("creditmemos").forEach(o -> shop.recorded().creditmemo((ObjectNode) o));
  }
}
