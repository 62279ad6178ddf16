package dev.kontor.proof.story;

import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import tools.jackson.databind.JsonNode;

/** Somebody who works in the shop's administration. */
final class ShopByHand {

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
}
