package dev.kontor.proof.story;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ERP company of the merchant whose shop has the demo catalogue. */
final class Assortment {

  private Assortment() {}

  static ObjectNode company() throws IOException {
    ObjectNode company = (ObjectNode) Json.parse(resource("/business-central/demo-company.json"));
    ArrayNode items = company.putArray("items");
    Map<String, String> rates = new HashMap<>();
    for (JsonNode product : Catalogue.demo()) {
      String number = product.path("productNumber").asString();
      String rate =
          product
              .path("taxRate")
              .asString(rates.getOrDefault(product.path("parent").asString(""), "19"));
      rates.put(number, rate);
      items.add(item(number, rate, product.path("stock").asInt(0)));
    }
    ArrayNode accounts = (ArrayNode) company.path("accounts");
    account(accounts, "8802", "VAT0");
    account(accounts, "8710", "VAT19");
    account(accounts, "8711", "VAT7");
    account(accounts, "8712", "VAT0");
    return company;
  }

  static ObjectNode item(String number, String rate, int stock) {
    ObjectNode item = Json.object().put("number", number).put("displayName", number);
    item.put("unitPrice", 1).put("vatProductGroup", "VAT" + rate);
    item.putObject("stock").put("MAIN", stock);
    return item;
  }

  private static void account(ArrayNode accounts, String number, String group) {
    ObjectNode account = accounts.addObject().put("number", number);
    account.put("displayName", "Konto " + number).put("vatProductGroup", group);
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = Assortment.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
