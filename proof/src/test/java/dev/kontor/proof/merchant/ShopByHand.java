package dev.kontor.proof.merchant;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who works in the shop's administration. */
public final class ShopByHand {

  private static final String EURO = "b7d2554b0ce847cd82f3ac9bd1c0dfca";

  private final URI shop;
  private final SignedIn person;

  public ShopByHand(TwinPair pair) {
    shop = pair.shop().uri();
    JsonNode access =
        Json.object()
            .put("grant_type", "client_credentials")
            .put("client_id", Options.ACCESS_KEY)
            .put("client_secret", Options.SECRET);
    person =
        SignedIn.with(
            HttpRequest.newBuilder(shop.resolve("/api/oauth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(access)))
                .build());
  }

  public void delete(JsonNode order) {
    URI address = shop.resolve("/api/order/" + order.path("id").asString());
    person.send("DELETE", address, Json.object());
  }

  /** The order's goods and its invoice go to that country now. */
  public void sendTo(JsonNode order, String country) {
    JsonNode change = Json.object().put("countryId", ids("country", "iso", country).getFirst());
    for (String id : ids("order-address", "orderId", order.path("id").asString())) {
      person.send("PATCH", shop.resolve("/api/order-address/" + id), change);
    }
  }

  public void setStock(String number, int pieces) {
    person.send("PATCH", article(number), Json.object().put("stock", pieces));
  }

  public void rename(String number, String name) {
    change(number, Json.object().put("name", name));
  }

  public void change(String number, JsonNode change) {
    person.send("PATCH", article(number), change);
  }

  /** Enters an article that is taxed at that rate. */
  public void enter(String number, String name, String rate, String net, String gross) {
    ObjectNode article = Json.object().put("productNumber", number).put("name", name);
    article.put("stock", 0).put("taxId", ids("tax", "taxRate", rate).getFirst());
    person.send("POST", shop.resolve("/api/product"), price(article, net, gross));
  }

  /** Without tax and with it, in the shop's default currency. */
  public void setPrice(String number, String net, String gross) {
    change(number, price(Json.object(), net, gross));
  }

  private static ObjectNode price(ObjectNode article, String net, String gross) {
    article
        .putArray("price")
        .addObject()
        .put("currencyId", EURO)
        .put("net", new BigDecimal(net))
        .put("gross", new BigDecimal(gross))
        .put("linked", false);
    return article;
  }

  public void deleteArticle(String number) {
    person.send("DELETE", article(number), Json.object());
  }

  private URI article(String number) {
    String id = ids("product", "productNumber", number).getFirst();
    return shop.resolve("/api/product/" + id);
  }

  private List<String> ids(String entity, String field, String value) {
    ObjectNode wanted = Json.object();
    ObjectNode filter = wanted.putArray("filter").addObject();
    filter.put("type", "equals").put("field", field).put("value", value);
    return person
        .send("POST", shop.resolve("/api/search-ids/" + entity), wanted)
        .path("data")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }
}
