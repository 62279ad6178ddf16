package dev.kontor.proof.merchant;

import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who works on sales orders in the ERP. */
public final class ErpByHand {

  private static final String ACCESS =
      "grant_type=client_credentials&client_id=kontor&client_secret=kontor-secret"
          + "&scope=https%3A%2F%2Fapi.businesscentral.dynamics.com%2F.default";

  private final TwinPair pair;
  private final SignedIn person;

  public ErpByHand(TwinPair pair) {
    this.pair = pair;
    person =
        SignedIn.with(
            HttpRequest.newBuilder(pair.erp().tokenUri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(ACCESS))
                .build());
  }

  /** Makes every piece of the first line dearer by one. */
  public void raisePrice(JsonNode order) {
    JsonNode line = found(order).path("salesOrderLines").path(0);
    BigDecimal price = line.path("unitPrice").decimalValue().add(BigDecimal.ONE);
    send("PATCH", key("salesOrderLines", line), Json.object().put("unitPrice", price));
  }

  /** Enters another order with the same customer and reference. */
  public void enterAgain(JsonNode order) {
    JsonNode there = found(order);
    JsonNode copy =
        Json.object()
            .put("customerNumber", there.path("customerNumber").asString())
            .put("externalDocumentNumber", there.path("externalDocumentNumber").asString());
    send("POST", "salesOrders", copy);
  }

  /** Enters an order of a customer under that reference; its number. */
  public String enter(String customer, String reference) {
    JsonNode order =
        Json.object().put("customerNumber", customer).put("externalDocumentNumber", reference);
    return send("POST", "salesOrders", order).path("number").asString();
  }

  public void delete(JsonNode order) {
    send("DELETE", key("salesOrders", found(order)), Json.object());
  }

  /** Changes the amount of an order's line in the payment journal. */
  public void changePayment(JsonNode order, String amount) {
    send(
        "PATCH",
        key("customerPayments", line(order)),
        Json.object().put("amount", new BigDecimal(amount).negate()));
  }

  public void deletePayment(JsonNode order) {
    send("DELETE", key("customerPayments", line(order)), Json.object());
  }

  /** Enters the same payment a second time. */
  public void enterPaymentAgain(JsonNode order) {
    JsonNode there = line(order);
    ObjectNode copy = Json.object();
    for (String field :
        List.of("journalId", "customerNumber", "externalDocumentNumber", "amount")) {
      copy.set(field, there.path(field));
    }
    send("POST", "customerPayments", copy);
  }

  private JsonNode line(JsonNode order) {
    String journal =
        send("GET", "customerPaymentJournals", Json.object())
            .path("value")
            .path(0)
            .path("id")
            .asString();
    String lines = "customerPaymentJournals(" + journal + ")/customerPayments";
    return send("GET", lines, Json.object())
        .path("value")
        .valueStream()
        .filter(
            line ->
                line.path("externalDocumentNumber")
                    .asString()
                    .startsWith(Truth.reference(order) + "/"))
        .findFirst()
        .orElseThrow();
  }

  /** Keeps an article by variants from now on. */
  public void addVariant(String number) {
    JsonNode variant =
        Json.object().put("itemId", item(number).path("id").asString()).put("code", "RED");
    send("POST", "itemVariants", variant);
  }

  public void deleteItem(String number) {
    send("DELETE", key("items", item(number)), Json.object());
  }

  /** A new picture of an item. */
  public void setPicture(String number, byte[] png) {
    person.upload(
        URI.create(company() + key("items", item(number)) + "/picture/pictureContent"), png);
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
    return person.send(method, URI.create(company() + path), body);
  }

  /** To a page of an installed app. */
  JsonNode sendTo(String app, String method, String path, JsonNode body) {
    return person.send(method, URI.create(company(pair.erp().appUri(app)) + path), body);
  }

  private String company() {
    return company(pair.erp().apiUri());
  }

  private String company(URI api) {
    return api + "/companies(" + pair.erp().companyId() + ")/";
  }
}
