package dev.kontor.twin.shopware;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Talks to a twin over HTTP as a connector would. */
final class ShopClient {
  private final TwinClient http;
  private final Map<String, String> headers = new LinkedHashMap<>(TwinClient.PLAIN);

  ShopClient(URI base) {
    this.http = new TwinClient(base);
  }

  /** Signed in as this client. */
  static ShopClient signedIn(URI base, String accessKey, String secret) {
    ShopClient client = new ShopClient(base);
    Reply reply = client.token(accessKey, secret);
    return client.with("Authorization", "Bearer " + reply.json().path("access_token").asString());
  }

  static ShopClient admin(ShopwareTwin twin) {
    return signedIn(twin.uri(), Options.ACCESS_KEY, Options.SECRET);
  }

  ShopClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  ShopClient without(String header) {
    headers.remove(header);
    return this;
  }

  record Reply(TwinClient.Reply raw) {
    int status() {
      return raw.status();
    }

    String text() {
      return raw.text();
    }

    JsonNode json() {
      return Json.MAPPER.readTree(raw.text());
    }

    JsonNode error() {
      return json().path("errors").path(0);
    }

    /** Where each of the errors is. */
    List<String> pointers() {
      return json()
          .path("errors")
          .valueStream()
          .map(e -> e.path("source").path("pointer").asString())
          .toList();
    }

    JsonNode row() {
      return json().path("data").path(0);
    }
  }

  Reply token(String accessKey, String secret) {
    return post(
        "/api/oauth/token",
        Json.object()
            .put("grant_type", "client_credentials")
            .put("client_id", accessKey)
            .put("client_secret", secret)
            .toString());
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply post(String path, JsonNode body) {
    return send("POST", path, body.toString());
  }

  Reply send(String method, String path, @Nullable String body) {
    return new Reply(http.send(method, path, body, headers));
  }

  /** Upserts one payload, or several separated by commas, through sync under the key p. */
  Reply upsert(String entity, String payload) {
    return sync("upsert", entity, payload);
  }

  Reply delete(String entity, String payload) {
    return sync("delete", entity, payload);
  }

  private Reply sync(String action, String entity, String payload) {
    return post(
        "/api/_action/sync",
        "[{\"key\":\"p\",\"entity\":\"%s\",\"action\":\"%s\",\"payload\":[%s]}]"
            .formatted(entity, action, payload));
  }

  /** One row by id with these associations. */
  JsonNode read(String entity, String id, String associations) {
    return post(
            "/api/search/" + entity,
            "{\"ids\":[\"" + id + "\"],\"associations\":" + associations + "}")
        .row();
  }

  /** A product of the truth as a shopper sees it; query such as group=B2B&quantity=10. */
  JsonNode seen(String number, String query) {
    return get("/_twin/truth/products?" + query)
        .json()
        .valueStream()
        .filter(p -> p.path("productNumber").asString().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** The first row of an order with these associations, by id. */
  JsonNode order(String id, String associations) {
    return post(
            "/api/search/order", "{\"ids\":[\"" + id + "\"],\"associations\":" + associations + "}")
        .row();
  }

  /** Places a simple order of one product and returns its truth. */
  JsonNode place(String lines) {
    return post("/_twin/shop/orders", "{\"lines\":" + lines + "}").json().path("orders").path(0);
  }

  int stock(String number) {
    return get("/_twin/truth/stock").json().path(number).asInt();
  }
}
