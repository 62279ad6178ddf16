package dev.kontor.proof.recorded;

import dev.kontor.engine.db.Database;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.magento.MagentoTwin;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A Magento shop that is open, an ERP with its articles, and a hub that carries both ways. */
final class LiveMagento implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final MagentoTwin shop;
  private final BusinessCentralTwin erp;
  private final TwinClient storefront;
  private final Database database = Database.forTests();
  private final RunningHub hub;

  LiveMagento(Path home, Map<String, String> articles) throws IOException {
    shop = MagentoTwin.start(dev.kontor.twin.magento.Options.demo().allowingBearer());
    storefront = new TwinClient(shop.uri());
    erp =
        BusinessCentralTwin.start(
            dev.kontor.twin.businesscentral.Options.quick().withCompanion(),
            RecordedCompany.with(articles));
    Map<String, String> secrets =
        Map.of(
            "CONSUMER_SECRET", dev.kontor.twin.magento.Options.CONSUMER_SECRET,
            "TOKEN", dev.kontor.twin.magento.Options.TOKEN,
            "TOKEN_SECRET", dev.kontor.twin.magento.Options.TOKEN_SECRET,
            "ERP_SECRET", "kontor-secret");
    hub = new RunningHub(home, configuration(), secrets, database);
  }

  /** The recorded shop's, with keys that are right and all that goes back to the shop. */
  private String configuration() throws IOException {
    try (InputStream in = LiveMagento.class.getResourceAsStream("/recorded/magento.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .replace("${SHOP}", shop.uri().toString())
              .replace("${ERP}", erp.uri().toString())
              .replace("${money}", "false")
              .replace("creditMemos: post", "shipments: post")
              .replace(
                  "consumerKey: recorded",
                  "consumerKey: " + dev.kontor.twin.magento.Options.CONSUMER_KEY)
              .replace(
                  "consumerSecret: {env: SHOP_SECRET}", "consumerSecret: {env: CONSUMER_SECRET}")
              .replace("token: {env: SHOP_SECRET}", "token: {env: TOKEN}")
              .replace("tokenSecret: {env: SHOP_SECRET}", "tokenSecret: {env: TOKEN_SECRET}")
              .replace("fractions: ${fractions}", "stock: {}\n      progress: {}")
          + "      stock: {enabled: true, poll: PT1S}\n"
          + "      progress: {enabled: true, poll: PT1S}\n"
          + "      shipments: {enabled: true}\n";
    }
  }

  /** The order's id. */
  String order(String sku, int pieces) {
    JsonNode wish =
        Json.parse(
            """
            {"customer": {"email": "kunde@kunde.example"},
             "billing": {"firstname": "Änne", "lastname": "Großkopf", "street": ["Talweg 3"],
                         "postcode": "89073", "city": "Ulm", "country_id": "DE",
                         "telephone": "0731 1"},
             "lines": [{"sku": "%s", "qty": %d}]}"""
                .formatted(sku, pieces)
                .getBytes(StandardCharsets.UTF_8));
    TwinClient.Reply placed =
        storefront.send("POST", "/_twin/shop/orders", wish.toString(), TwinClient.PLAIN);
    return placed.json().path("orders").path(0).path("entity_id").asString();
  }

  /** As a clerk of the shop does, or a logistics partner's extension. */
  void shipInShop(String order, int pieces) {
    JsonNode item = truth(order).path("items").path(0).path("item_id");
    String body =
        """
        {"items": [{"order_item_id": %s, "qty": %d}],
         "tracks": [{"track_number": "0034", "title": "DHL", "carrier_code": "custom"}],
         "arguments": {"extension_attributes": {"source_code": "lager-nord"}}}"""
            .formatted(item, pieces);
    TwinClient.Reply reply =
        storefront.send(
            "POST",
            "/rest/all/V1/order/" + order + "/ship",
            body,
            Map.of(
                "Authorization",
                "Bearer " + dev.kontor.twin.magento.Options.TOKEN,
                "Content-Type",
                "application/json"));
    if (!reply.ok()) {
      throw new IllegalStateException(reply.text());
    }
  }

  /** Pieces the ERP has shipped of an article. */
  int shippedInErp(String order) {
    return erp.truth("openOrders")
        .path("openOrders")
        .valueStream()
        .filter(row -> row.path("number").asString("").equals(erpNumber(order)))
        .flatMap(row -> row.path("lines").valueStream())
        .mapToInt(line -> line.path("shippedQuantity").asInt(0))
        .max()
        .orElse(0);
  }

  JsonNode truth(String order) {
    return shop.truth()
        .orders()
        .valueStream()
        .filter(row -> row.path("entity_id").asString().equals(order))
        .findFirst()
        .orElseThrow();
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

  /** The ERP's number, empty until it has the order. */
  String erpNumber(String order) {
    return truth(order).path("ext_order_id").asString("");
  }

  BusinessCentralTwin erp() {
    return erp;
  }

  void await(String what, BooleanSupplier condition) {
    hub.await(SOON, what, condition);
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    storefront.close();
    erp.close();
    shop.close();
  }
}
