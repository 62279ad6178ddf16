package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.ModelJson;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Quotes of the twin, as buyers of one company ask for them. */
final class TwinQuotes {

  private final TwinShop shop;
  private final TwinCompanies companies;
  private String customer = "";

  TwinQuotes(TwinShop shop, TwinCompanies companies) {
    this.shop = shop;
    this.companies = companies;
  }

  /** Who asks. */
  String customer() {
    if (customer.isEmpty()) {
      customer = companies.found().customer();
    }
    return customer;
  }

  /** At this instant: 20 stoves and 10 cartridges. */
  Placed asked(String words) {
    ObjectNode wish = ModelJson.mapper().createObjectNode();
    wish.putObject("customer").put("id", Integer.parseInt(customer()));
    wish.put("name", "Bergrettung").put("comment", words);
    wish.set("lines", lines(20));
    String id = shop.quote("POST", wish).path("id").asString();
    return new Placed(id, id);
  }

  private static JsonNode lines(int stoves) {
    return ModelJson.parse(
        "[{\"sku\": \"KOCHER-F1\", \"qty\": " + stoves + "}, {\"sku\": \"GAS-230\", \"qty\": 10}]");
  }

  /** What the buyer or the seller's people do. */
  void act(String id, String action) {
    shop.quote("PUT", wish(id).put("action", action));
  }

  /** The buyer wants so many stoves. */
  void change(String id, String action, int stoves) {
    ObjectNode wish = wish(id).put("action", action).put("comment", "Lieber " + stoves);
    wish.set("lines", lines(stoves));
    shop.quote("PUT", wish);
  }

  private static ObjectNode wish(String id) {
    return ModelJson.mapper().createObjectNode().put("quote_id", Integer.parseInt(id));
  }

  /** The buyer orders; id of the order. */
  Placed order(String id, Map<String, String> how) {
    ObjectNode wish = wish(id);
    how.forEach(wish::put);
    JsonNode placed = shop.quotedOrder(wish);
    return new Placed(placed.path("entity_id").asString(), placed.path("increment_id").asString());
  }

  /** By the shop's own truth. */
  JsonNode truth(String id) {
    return shop.quotes()
        .valueStream()
        .filter(quote -> quote.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  String status(String id) {
    return negotiable(id).path("status").asString();
  }

  JsonNode negotiable(String id) {
    return truth(id).path("extension_attributes").path("negotiable_quote");
  }
}
