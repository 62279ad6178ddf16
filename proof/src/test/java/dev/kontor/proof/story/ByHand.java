package dev.kontor.proof.story;

import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who works in shop and ERP past the hub, through their APIs. */
final class ByHand {

  private final TwinPair pair;
  private final String shopToken;
  private final String erpToken;

  ByHand(TwinPair pair) {
    this.pair = pair;
    ObjectNode access =
        Json.object()
            .put("grant_type", "client_credentials")
            .put("client_id", Options.ACCESS_KEY)
            .put("client_secret", Options.SECRET);
    shopToken =
        Wire.post(pair.shop().uri(), "/api/oauth/token", access).path("access_token").asString();
    String form =
        "grant_type=client_credentials&client_id=kontor&client_secret=kontor-secret"
            + "&scope=https%3A%2F%2Fapi.businesscentral.dynamics.com%2F.default";
    HttpRequest signIn =
        HttpRequest.newBuilder(pair.erp().tokenUri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    erpToken = answer(Wire.send(signIn)).path("access_token").asString();
  }

  /** Makes the first line of an open order of the ERP dearer. */
  void raisePrice(JsonNode order) {
    JsonNode line = erpOrder(order).path("salesOrderLines").path(0);
    ObjectNode price =
        Json.object().put("unitPrice", line.path("unitPrice").decimalValue().add(BigDecimal.ONE));
    inErp("PATCH", "salesOrderLines(" + line.path("id").asString() + ")", price);
  }

  /** Enters an order in the ERP that names the shop's order as the hub would. */
  void enterAgain(JsonNode order) {
    JsonNode there = erpOrder(order);
    ObjectNode copy =
        Json.object()
            .put("customerNumber", there.path("customerNumber").asString())
            .put("externalDocumentNumber", there.path("externalDocumentNumber").asString());
    inErp("POST", "salesOrders", copy);
  }

  void deleteInErp(JsonNode order) {
    inErp("DELETE", "salesOrders(" + erpOrder(order).path("id").asString() + ")", Json.object());
  }

  void deleteInShop(JsonNode order) {
    URI address = pair.shop().uri().resolve("/api/order/" + order.path("id").asString());
    send("DELETE", address, Json.object(), shopToken);
  }

  private JsonNode erpOrder(JsonNode order) {
    String number = pair.truth().erpNumber(order);
    return inErp(
            "GET",
            "salesOrders?$filter=number%20eq%20%27" + number + "%27&$expand=salesOrderLines",
            Json.object())
        .path("value")
        .path(0);
  }

  private JsonNode inErp(String method, String path, JsonNode body) {
    String company = "/companies(" + pair.erp().companyId() + ")/";
    return send(method, URI.create(pair.erp().apiUri() + company + path), body, erpToken);
  }

  private static JsonNode send(String method, URI address, JsonNode body, String token) {
    return answer(
        Wire.send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build()));
  }

  private static JsonNode answer(HttpResponse<byte[]> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body().length == 0 ? Json.object() : Json.parse(response.body());
  }
}
