package dev.kontor.proof.merchant;

import dev.kontor.app.demo.BusinessCentralCompany;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.access.ServerUser;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merchant's shop and ERP, and the configuration a hub between them needs. */
public final class TwinPair implements AutoCloseable {

  public static final String APP_SECRET = "app-secret-of-the-story";

  private final ShopwareTwin shop;
  private final BusinessCentralTwin erp;

  public TwinPair() throws IOException {
    this(Duration.ofMillis(300));
  }

  /**
   * @param retries pauses before the shop sends a push again that was not taken
   */
  public TwinPair(Duration... retries) throws IOException {
    this(
        Options.demo().retryPauses(List.of(retries)),
        BusinessCentralCompany.of(ShopwareGoods.assortment()),
        InstantSource.system());
  }

  /**
   * @param company the ERP's, as it is set up
   * @param clock of both
   */
  TwinPair(Options shop, JsonNode company, InstantSource clock) throws IOException {
    this(shop, company, clock, erp -> erp);
  }

  private TwinPair(
      Options shop,
      JsonNode company,
      InstantSource clock,
      UnaryOperator<dev.kontor.twin.businesscentral.Options> erp)
      throws IOException {
    this.shop = ShopwareTwin.start(shop.clock(clock));
    this.erp =
        BusinessCentralTwin.start(
            erp.apply(
                dev.kontor.twin.businesscentral.Options.quick()
                    .withCompanion()
                    .withApp(Partner.APP)
                    .clocked(clock)),
            company);
  }

  /** With the ERP on a server of the merchant's own. */
  public static TwinPair onPremises(ServerUser user) throws IOException {
    return new TwinPair(
        Options.demo().retryPauses(List.of(Duration.ofMillis(300))),
        BusinessCentralCompany.of(ShopwareGoods.assortment()),
        InstantSource.system(),
        erp -> erp.onPremises(user));
  }

  public ShopwareTwin shop() {
    return shop;
  }

  public BusinessCentralTwin erp() {
    return erp;
  }

  /** The secrets the configuration refers to. */
  public static Map<String, String> secrets() {
    return new TreeMap<>(
        Map.of(
            "SHOP_SECRET",
            Options.SECRET,
            "ERP_SECRET",
            "kontor-secret",
            "APP_SECRET",
            APP_SECRET));
  }

  /**
   * The text of kontor.yaml.
   *
   * @param door where the shop reaches the hub's door for it
   * @param flows that are switched on beside that of orders
   */
  public String configuration(URI door, String... flows) throws IOException {
    String yaml =
        resource("/story/kontor.yaml")
            .replace("${SHOP}", shop.uri().toString())
            .replace("${ERP}", erp.uri().toString())
            .replace("${DOOR}", door.toString());
    for (String flow : flows) {
      yaml = yaml.replace("${" + flow + "}", "true");
    }
    return yaml.replaceAll("\\$\\{[a-z]+}", "false");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = TwinPair.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** As a person does in the administration, with the app's secret filled in. */
  public void installApp(URI door) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(door + "/app/manifest.xml")).build();
    String manifest = new String(Wire.send(request).body(), StandardCharsets.UTF_8);
    String filled = manifest.replace("<secret></secret>", "<secret>" + APP_SECRET + "</secret>");
    Wire.post(shop.uri(), "/_twin/shop/apps", Json.object().put("manifest", filled));
  }

  /** The shop's truth about the new order. */
  public JsonNode place(JsonNode order) {
    return Wire.post(shop.uri(), "/_twin/shop/orders", order).path("orders").path(0);
  }

  public void placeRandom(int count, int seed) {
    JsonNode wish =
        Json.object().set("random", Json.object().put("count", count).put("seed", seed));
    Wire.post(shop.uri(), "/_twin/shop/orders", wish);
  }

  public void change(JsonNode order, String action, @Nullable JsonNode body) {
    String id = order.path("id").asString();
    Wire.post(shop.uri(), "/_twin/shop/orders/" + id + "/" + action, body);
  }

  public Truth truth() {
    return new Truth(shop.uri(), erp.uri());
  }

  @Override
  public void close() {
    erp.close();
    shop.close();
  }
}
