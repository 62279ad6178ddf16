package dev.kontor.proof.b2b;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.magento.MagentoTwin;
import dev.kontor.twin.magento.Options;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adobe Commerce with its buyers and its administrators: what they do, and what they see. */
final class Storefront implements AutoCloseable {

  private static final Map<String, String> ADMIN =
      Map.of("Authorization", "Bearer " + Options.TOKEN, "Content-Type", "application/json");

  private final TwinClient http;

  Storefront(MagentoTwin twin) {
    this.http = new TwinClient(twin.uri());
  }

  /**
   * A company with its buyer.
   *
   * @param customer id of the buyer's account
   */
  record Company(String id, String customer, String vatId) {}

  /** Nothing of it lies anywhere yet. */
  void list(Article article) {
    ArrayNode articles = ModelJson.mapper().createArrayNode();
    articles
        .addObject()
        .put("sku", article.sku())
        .put("name", "Article " + article.sku())
        .put("price", article.price())
        .put("weight", 1)
        .put("tax_class", 2);
    control("POST", "shop/products", articles);
  }

  Company register(String name, String vatId) {
    ObjectNode account =
        (ObjectNode)
            ModelJson.parse(
                """
                {"customer": {"email": "einkauf@%s.example", "firstname": "Änne",
                 "lastname": "Großkopf", "website_id": 1, "store_id": 1, "addresses": [
                  {"firstname": "Änne", "lastname": "Großkopf", "company": "%s",
                   "street": ["Talweg 3"], "postcode": "89073", "city": "Ulm", "country_id": "DE",
                   "telephone": "0731 1", "default_billing": true, "default_shipping": true}]}}"""
                    .formatted(vatId.toLowerCase(java.util.Locale.ROOT), name));
    String customer = admin("POST", "customers", account).path("id").asString();
    ObjectNode company =
        (ObjectNode)
            ModelJson.parse(
                """
                {"company": {"company_name": "%s", "company_email": "office@%s.example",
                 "vat_tax_id": "%s", "street": ["Talweg 3"], "city": "Ulm", "country_id": "DE",
                 "postcode": "89073", "telephone": "0731 1", "customer_group_id": 1, "status": 1,
                 "super_user_id": %s}}"""
                    .formatted(name, vatId.toLowerCase(java.util.Locale.ROOT), vatId, customer));
    return new Company(admin("POST", "company/", company).path("id").asString(), customer, vatId);
  }

  /**
   * On the company's account.
   *
   * @return the order, or the shop's refusal
   */
  TwinClient.Reply order(Company buyer, Map<String, Integer> pieces) {
    ObjectNode wish = ModelJson.mapper().createObjectNode();
    wish.putObject("customer").put("id", Integer.parseInt(buyer.customer()));
    wish.set("billing", ModelJson.parse(ADDRESS));
    wish.put("payment_method", "companycredit").put("shipping_method", FREE);
    wish.set("lines", lines(pieces));
    return http.send("POST", "/_twin/shop/orders", wish.toString(), Map.of());
  }

  private static final String FREE = "freeshipping_freeshipping";
  private static final String ADDRESS =
      """
      {"firstname": "Änne", "lastname": "Großkopf", "street": ["Talweg 3"], "postcode": "89073",
       "city": "Ulm", "country_id": "DE", "telephone": "0731 1"}""";

  private static ArrayNode lines(Map<String, Integer> pieces) {
    ArrayNode lines = ModelJson.mapper().createArrayNode();
    new TreeMap<>(pieces).forEach((sku, n) -> lines.addObject().put("sku", sku).put("qty", n));
    return lines;
  }

  /** Asks for a price; number of the quote. */
  String ask(Company buyer, Map<String, Integer> pieces) {
    ObjectNode wish = ModelJson.mapper().createObjectNode();
    wish.putObject("customer").put("id", Integer.parseInt(buyer.customer()));
    wish.put("name", "Bergrettung").put("comment", "Geht da noch etwas?");
    wish.set("lines", lines(pieces));
    return control("POST", "shop/quotes", wish).path("id").asString();
  }

  /** The buyer takes the offer. */
  JsonNode accept(String quote) {
    ObjectNode wish =
        ModelJson.mapper()
            .createObjectNode()
            .put("quote_id", Integer.parseInt(quote))
            .put("payment_method", "companycredit")
            .put("shipping_method", FREE);
    return control("POST", "shop/quotes/order", wish).path("orders").path(0);
  }

  /** Its state and what is offered. */
  JsonNode quote(String number) {
    return control("GET", "truth/quotes", null)
        .valueStream()
        .filter(quote -> quote.path("id").asString().equals(number))
        .findFirst()
        .orElseThrow()
        .path("extension_attributes")
        .path("negotiable_quote");
  }

  /** Pieces come back: the return is approved, and the money given back. */
  void sendBack(String order, int pieces) {
    JsonNode item = order(order).path("items").path(0).path("item_id");
    JsonNode rma =
        admin(
            "POST",
            "returns",
            ModelJson.parse(
                """
                {"rmaDataObject": {"order_id": %s,
                 "items": [{"order_item_id": %s, "qty_requested": %d}]}}"""
                    .formatted(order, item, pieces)));
    admin(
        "PUT",
        "returns/" + rma.path("entity_id").asString(),
        ModelJson.parse(
            """
            {"rmaDataObject": {"items": [{"entity_id": %s, "qty_authorized": %d,
             "qty_returned": %d, "qty_approved": %d, "status": "approved"}]}}"""
                .formatted(rma.path("items").path(0).path("entity_id"), pieces, pieces, pieces)));
    admin(
        "POST",
        "order/" + order + "/refund",
        ModelJson.parse(
            """
            {"items": [{"order_item_id": %s, "qty": %d}],
             "arguments": {"extension_attributes": {"return_to_stock_items": [%s]}}}"""
                .formatted(item, pieces, item)));
  }

  /** The shop's invoice, without which it gives nothing back. */
  void invoice(String order) {
    admin("POST", "order/" + order + "/invoice", ModelJson.parse("{\"capture\": true}"));
  }

  List<String> comments(String returned) {
    return admin("GET", "returns/" + returned + "/comments", null)
        .path("items")
        .valueStream()
        .map(comment -> comment.path("comment").asString())
        .toList();
  }

  JsonNode orders() {
    return control("GET", "truth/orders", null);
  }

  JsonNode order(String id) {
    return orders()
        .valueStream()
        .filter(order -> order.path("entity_id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  JsonNode creditMemos() {
    return admin("GET", "creditmemos?searchCriteria%5BpageSize%5D=100", null).path("items");
  }

  JsonNode shipments() {
    return admin("GET", "shipments?searchCriteria%5BpageSize%5D=100", null).path("items");
  }

  /** What a company may owe and owes. */
  JsonNode credit(Company company) {
    return control("GET", "truth/credits", null)
        .valueStream()
        .filter(credit -> credit.path("company_id").asString().equals(company.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Prices of a group from each quantity on. */
  Map<Integer, BigDecimal> tiers(String sku, String group) {
    Map<Integer, BigDecimal> tiers = new TreeMap<>();
    admin(
            "POST",
            "products/tier-prices-information",
            ModelJson.parse("{\"skus\": [\"" + sku + "\"]}"))
        .valueStream()
        .filter(row -> row.path("customer_group").asString().equals(group))
        .forEach(
            row ->
                tiers.put(
                    row.path("quantity").decimalValue().intValueExact(),
                    row.path("price").decimalValue().stripTrailingZeros()));
    return tiers;
  }

  int at(String sku, String source) {
    return control("GET", "truth/stock", null).path(sku).path(source).asInt(0);
  }

  /** What buyers see. */
  int salable(String sku) {
    return admin("GET", "inventory/get-product-salable-quantity/" + sku + "/2", null).asInt();
  }

  private JsonNode control(String method, String path, @Nullable JsonNode body) {
    return answered(
        http.send(method, "/_twin/" + path, body == null ? null : body.toString(), Map.of()));
  }

  private JsonNode admin(String method, String path, @Nullable JsonNode body) {
    return answered(
        http.send(method, "/rest/all/V1/" + path, body == null ? null : body.toString(), ADMIN));
  }

  private static JsonNode answered(TwinClient.Reply reply) {
    if (!reply.ok()) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
    return ModelJson.parse(reply.text());
  }

  @Override
  public void close() {
    http.close();
  }
}
