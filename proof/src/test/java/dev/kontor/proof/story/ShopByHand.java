package dev.kontor.proof.story;

import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who works in the shop's administration. */
final class ShopByHand {

  private static final String EURO = "b7d2554b0ce847cd82f3ac9bd1c0dfca";

  private final URI shop;
  private final SignedIn person;

  ShopByHand(TwinPair pair) {
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

  void delete(JsonNode order) {
    URI address = shop.resolve("/api/order/" + order.path("id").asString());
    person.send("DELETE", address, Json.object());
  }

  void setStock(String number, int pieces) {
    person.send("PATCH", article(number), Json.object().put("stock", pieces));
  }

  void rename(String number, String name) {
    person.send("PATCH", article(number), Json.object().put("name", name));
  }

  /** Without tax and with it, in the shop's default currency. */
  void setPrice(String number, String net, String gross) {
    ObjectNode article = Json.object();
    article
        .putArray("price")
        .addObject()
        .put("currencyId", EURO)
        .put("net", new BigDecimal(net))
        .put("gross", new BigDecimal(gross))
        .put("linked", false);
    person.send("PATCH", article(number), article);
  }

  void deleteArticle(String number) {
    person.send("DELETE", article(number), Json.object());
  }

  private URI article(String number) {
    ObjectNode wanted = Json.object();
    wanted
        .putArray("filter")
        .addObject()
        .put("type", "equals")
        .put("field", "productNumber")
        .put("value", number);
    JsonNode found = person.send("POST", shop.resolve("/api/search-ids/product"), wanted);
    return shop.resolve("/api/product/" + found.path("data").path(0).asString());
  }
}
