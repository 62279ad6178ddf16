package dev.kontor.proof.story;

import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import tools.jackson.databind.JsonNode;

/** Somebody who works on sales orders in the ERP. */
final class ErpByHand {

  private static final String ACCESS =
      "grant_type=client_credentials&client_id=kontor&client_secret=kontor-secret"
          + "&scope=https%3A%2F%2Fapi.businesscentral.dynamics.com%2F.default";

  private final TwinPair pair;
  private final SignedIn person;

  ErpByHand(TwinPair pair) {
    this.pair = pair;
    person =
        SignedIn.with(
            HttpRequest.newBuilder(pair.erp().tokenUri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(ACCESS))
                .build());
  }

  /** Makes every piece of the first line dearer by one. */
  void raisePrice(JsonNode order) {
    JsonNode line = found(order).path("salesOrderLines").path(0);
    BigDecimal price = line.path("unitPrice").decimalValue().add(BigDecimal.ONE);
    send("PATCH", key("salesOrderLines", line), Json.object().put("unitPrice", price));
  }

  /** Enters another order with the same customer and reference. */
  void enterAgain(JsonNode order) {
    JsonNode there = found(order);
    JsonNode copy =
        Json.object()
            .put("customerNumber", there.path("customerNumber").asString())
            .put("externalDocumentNumber", there.path("externalDocumentNumber").asString());
    send("POST", "salesOrders", copy);
  }

  void delete(JsonNode order) {
    send("DELETE", key("salesOrders", found(order)), Json.object());
  }

  /** Keeps an article by variants from now on. */
  void addVariant(String number) {
    JsonNode variant =
        Json.object().put("itemId", item(number).path("id").asString()).put("code", "RED");
    send("POST", "itemVariants", variant);
  }

  void deleteItem(String number) {
    send("DELETE", key("items", item(number)), Json.object());
  }

  private JsonNode item(String number) {
    return send("GET", "items?$filter=number%20eq%20'" + number + "'", Json.object())
        .path("value")
        .path(0);
  }

  private JsonNode found(JsonNode order) {
    String query = "?$filter=number%20eq%20'" + pair.truth().erpNumber(order) + "'";
    return send("GET", "salesOrders" + query + "&$expand=salesOrderLines", Json.object())
        .path("value")
        .path(0);
  }

  private static String key(String set, JsonNode row) {
    return set + "(" + row.path("id").asString() + ")";
  }

  private JsonNode send(String method, String path, JsonNode body) {
    String company = pair.erp().apiUri() + "/companies(" + pair.erp().companyId() + ")/";
    return person.send(method, URI.create(company + path), body);
  }
}
