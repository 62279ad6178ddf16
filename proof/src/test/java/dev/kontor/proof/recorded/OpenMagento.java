package dev.kontor.proof.recorded;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.magento.MagentoTwin;
import dev.kontor.twin.magento.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A Magento shop that is open, and what buyers and its people do and see there. */
final class OpenMagento implements AutoCloseable {

  private final MagentoTwin shop = start();
  private final TwinClient storefront = new TwinClient(shop.uri());

  private static MagentoTwin start() {
    try {
      return MagentoTwin.start(Options.demo().allowingBearer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return shop.uri();
  }

  /**
   * A configuration written for the recorded shop, with keys that are right here, and with stock
   * and what becomes of orders.
   */
  static String configured(String recorded) {
    return recorded
            .replace("consumerKey: recorded", "consumerKey: " + Options.CONSUMER_KEY)
            .replace("consumerSecret: {env: SHOP_SECRET}", "consumerSecret: {env: CONSUMER_SECRET}")
            .replace("token: {env: SHOP_SECRET}", "token: {env: TOKEN}")
            .replace("tokenSecret: {env: SHOP_SECRET}", "tokenSecret: {env: TOKEN_SECRET}")
            .replaceAll("fractions: .*", "stock: {}\n      progress: {}\n      optionNumbers: drop")
        + "      stock: {enabled: true, poll: PT1S}\n"
        + "      progress: {enabled: true, poll: PT1S}\n";
  }

  /** Its own, and the ERP's. */
  static Map<String, String> secrets(String erp) {
    Map<String, String> secrets = new HashMap<>();
    secrets.put("CONSUMER_SECRET", Options.CONSUMER_SECRET);
    secrets.put("TOKEN", Options.TOKEN);
    secrets.put("TOKEN_SECRET", Options.TOKEN_SECRET);
    secrets.put("ERP_SECRET", erp);
    return secrets;
  }

  /** The twin's own controls. */
  void arrange(String method, String path, String body) {
    TwinClient.Reply reply = storefront.send(method, "/_twin/shop/" + path, body, TwinClient.PLAIN);
    if (!reply.ok()) {
      throw new IllegalStateException(reply.text());
    }
  }

  /** Calls it has got so far. */
  long calls() {
    return shop.calls().total();
  }

  JsonNode products() {
    return shop.truth().products();
  }

  /** Buyers may have an article engraved, which the shop counts under a number of its own. */
  String engraved(String sku) {
    String body =
        """
        {"option": {"product_sku": "%s", "title": "Gravur", "type": "field", "sort_order": 1,
         "is_require": false, "price": 5, "price_type": "fixed", "sku": "GRAV"}}"""
            .formatted(sku);
    return send("POST", "products/options", body).path("option_id").asString();
  }

  /** The order's id. */
  String order(String sku, int pieces) {
    return order(sku, pieces, "");
  }

  /**
   * The order's id.
   *
   * @param chosen of its options, as JSON; empty for none
   */
  String order(String sku, int pieces, String chosen) {
    JsonNode wish =
        Json.parse(
            """
            {"customer": {"email": "kunde@kunde.example"},
             "billing": {"firstname": "Änne", "lastname": "Großkopf", "street": ["Talweg 3"],
                         "postcode": "89073", "city": "Ulm", "country_id": "DE",
                         "telephone": "0731 1"},
             "lines": [{"sku": "%s", "qty": %d%s}]}"""
                .formatted(sku, pieces, chosen.isEmpty() ? "" : ", \"options\": " + chosen)
                .getBytes(StandardCharsets.UTF_8));
    TwinClient.Reply placed =
        storefront.send("POST", "/_twin/shop/orders", wish.toString(), TwinClient.PLAIN);
    return placed.json().path("orders").path(0).path("entity_id").asString();
  }

  /** As a clerk of the shop does, or a logistics partner's extension. */
  void ship(String order, int pieces) {
    JsonNode item = truth(order).path("items").path(0).path("item_id");
    String body =
        """
        {"items": [{"order_item_id": %s, "qty": %d}],
         "tracks": [{"track_number": "0034", "title": "DHL", "carrier_code": "custom"}],
         "arguments": {"extension_attributes": {"source_code": "lager-nord"}}}"""
            .formatted(item, pieces);
    send("POST", "order/" + order + "/ship", body);
  }

  private JsonNode send(String method, String path, String body) {
    TwinClient.Reply reply =
        storefront.send(
            method,
            "/rest/all/V1/" + path,
            body,
            Map.of("Authorization", "Bearer " + Options.TOKEN, "Content-Type", "application/json"));
    if (!reply.ok()) {
      throw new IllegalStateException(reply.text());
    }
    return reply.json();
  }

  JsonNode truth(String order) {
    return shop.truth()
        .orders()
        .valueStream()
        .filter(row -> row.path("entity_id").asString().equals(order))
        .findFirst()
        .orElseThrow();
  }

  /** Pieces of its first row that left. */
  int shipped(String order) {
    return truth(order).path("items").path(0).path("shipped").asInt();
  }

  /** The ERP's number, empty until it has the order. */
  String erpNumber(String order) {
    return truth(order).path("ext_order_id").asString("");
  }

  /** What buyers see: what lies at the sources less what orders hold back. */
  int salable(String sku) {
    Stream<BigDecimal> lies =
        shop.truth().stock().path(sku).valueStream().map(JsonNode::decimalValue);
    Stream<BigDecimal> held =
        shop.truth()
            .reservations()
            .valueStream()
            .filter(row -> row.path("sku").asString().equals(sku))
            .map(row -> row.path("quantity").decimalValue());
    return Stream.concat(lies, held).reduce(BigDecimal.ZERO, BigDecimal::add).intValue();
  }

  @Override
  public void close() {
    storefront.close();
    shop.close();
  }
}
