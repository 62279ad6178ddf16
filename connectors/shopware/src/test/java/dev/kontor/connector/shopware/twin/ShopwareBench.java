package dev.kontor.connector.shopware.twin;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.PushDoor;
import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The contract's bench on the Shopware twin. */
final class ShopwareBench implements TwinBench {

  private static final String APP_SECRET = "bench-app-secret";

  private final TwinShop shop;
  private final FlowSamples flows;
  private final DirectToolbox toolbox;
  private final Connector receiving;
  private final PushDoor door;
  private boolean installed;
  private int effects;

  ShopwareBench() {
    this(ShopVersion.V6_6);
  }

  ShopwareBench(ShopVersion version) {
    shop = new TwinShop(version);
    flows = new FlowSamples(shop);
    toolbox = new DirectToolbox(shop.clock, Duration.ofSeconds(20));
    AtomicReference<Connector> late = new AtomicReference<>();
    door = new PushDoor(() -> Objects.requireNonNull(late.get()).inbox().orElseThrow());
    receiving = new ShopwareProvider().connect(settings(), toolbox);
    late.set(receiving);
  }

  TwinShop shop() {
    return shop;
  }

  private Settings settings(String url, String secret) {
    return settings(url, Options.ACCESS_KEY, secret);
  }

  /** Signed in with nothing but the rights the connector's page names. */
  Settings leastRights() {
    return settings(shop.uri().toString(), TwinShop.LEAST_KEY, Options.SECRET);
  }

  private Settings settings(String url, String key, String secret) {
    return new Settings("shop", values(url, key, secret));
  }

  /** The settings that work, for a test to change. */
  ObjectNode values() {
    return values(shop.uri().toString(), Options.ACCESS_KEY, Options.SECRET);
  }

  private ObjectNode values(String url, String key, String secret) {
    ObjectNode values =
        JsonNodeFactory.instance
            .objectNode()
            .put("url", url)
            .put("clientId", key)
            .put("clientSecret", secret)
            .put("appSecret", APP_SECRET)
            .put("doorUrl", door.uri().toString())
            .put("deliveryPositions", true);
    values
        .putObject("products")
        .put("rootCategory", TwinShop.ROOT_CATEGORY)
        .putArray("salesChannels")
        .add(TwinShop.SALES_CHANNEL);
    values.putObject("prices").put("customers", true).putObject("groups").put("TRADE", "B2B");
    values.putObject("progress");
    values.putObject("customers").putObject("groups").put("TRADE", "B2B");
    return values;
  }

  @Override
  public Settings settings() {
    return settings(shop.uri().toString(), Options.SECRET);
  }

  @Override
  public Settings wrongSecret() {
    return settings(shop.uri().toString(), "not-the-secret");
  }

  @Override
  public Settings wrongAddress() {
    return settings("http://127.0.0.1:1", Options.SECRET);
  }

  @Override
  public List<String> secrets() {
    return List.of(Options.SECRET, "not-the-secret", APP_SECRET, "Bearer ");
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Placed place(EntityType type) {
    // Further apart than a poll reads back.
    shop.clock.advance(Duration.ofHours(1));
    return now(type);
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int count) {
    shop.tick();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      placed.add(now(type));
    }
    return placed;
  }

  private Placed now(EntityType type) {
    if (type == EntityType.CUSTOMER) {
      return shop.customer();
    }
    return type == EntityType.ORDER ? shop.order() : shop.product();
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    Map<String, Runnable> changes = new LinkedHashMap<>();
    String id = placed.id();
    if (type == EntityType.CUSTOMER) {
      changes.put("name", () -> patch("customer", id, "lastName", "Anders"));
      changes.put(
          "billing address",
          () -> {
            JsonNode address = shop.search("customer-address", "customerId", id).path(0);
            patch("customer-address", address.path("id").asString(), "street", "Talweg 1");
          });
      return changes;
    }
    if (type == EntityType.PRODUCT) {
      changes.put("name", () -> patch("product", id, "name", "Anders"));
      changes.put("bar code", () -> patch("product", id, "ean", "4006381333931"));
      changes.put("variant", () -> shop.variant(id));
      return changes;
    }
    changes.put("customer comment", () -> patch("order", id, "customerComment", "Danke"));
    changes.put("payment", () -> transition("order_transaction", child("transaction", id), "paid"));
    changes.put(
        "tracking code",
        () -> {
          ObjectNode body = JsonNodeFactory.instance.objectNode();
          body.putArray("trackingCodes").add("00340434161094042571");
          shop.admin("PATCH", "/api/order-delivery/" + child("delivery", id), body);
        });
    changes.put("shipment", () -> transition("order_delivery", child("delivery", id), "ship"));
    changes.put("address", () -> patch("order-address", child("address", id), "city", "Köln"));
    changes.put("buyer", () -> patch("order-customer", child("customer", id), "company", "GmbH"));
    changes.put("line", () -> patch("order-line-item", child("line-item", id), "label", "Anders"));
    changes.put("order state", () -> transition("order", id, "process"));
    changes.put(
        "custom field", () -> shop.admin("PATCH", "/api/order/" + id, customField("a", "b")));
    return changes;
  }

  @Override
  public void changeTogether(EntityType type, List<Placed> placed) {
    String field =
        Map.of(EntityType.ORDER, "customerComment", EntityType.PRODUCT, "description")
            .getOrDefault(type, "title");
    ObjectNode change = JsonNodeFactory.instance.objectNode().put(field, "Danke");
    placed.forEach(one -> shop.atOnce("PATCH", "/api/" + type.key() + "/" + one.id(), change));
  }

  /** Where the shop keeps tags: elsewhere it takes them out of a text. */
  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    Placed placed = place(type);
    if (type == EntityType.ORDER) {
      shop.admin("PATCH", "/api/order/" + placed.id(), customField("note", text));
      BigDecimal gross = new BigDecimal(shop.truth(placed.id()).path("gross").asString());
      return Optional.of(new Awkward(placed, List.of(gross, new BigDecimal("24.99"))));
    }
    if (type == EntityType.CUSTOMER) {
      shop.admin("PATCH", "/api/customer/" + placed.id(), customField("note", text));
      return Optional.of(new Awkward(placed, List.of()));
    }
    patch("product", placed.id(), "description", text);
    return Optional.of(new Awkward(placed, List.of(TwinShop.GROSS)));
  }

  @Override
  public Optional<Sample> awkwardWrite(EntityType type, Write.Action action, String text) {
    if (FlowSamples.has(type) && type != EntityType.PRICE) {
      return Optional.of(flows.awkward(type, action, text));
    }
    return type == EntityType.ORDER
        ? Optional.of(sample(action, place(type), customField("kontor_erp_order_number", text), ""))
        : Optional.empty();
  }

  private String child(String kind, String orderId) {
    return shop.search("order-" + kind, "orderId", orderId).path(0).path("id").asString();
  }

  private void patch(String entity, String id, String field, String value) {
    shop.admin(
        "PATCH",
        "/api/" + entity + "/" + id,
        JsonNodeFactory.instance.objectNode().put(field, value));
  }

  private void transition(String entity, String id, String action) {
    shop.admin("POST", "/api/_action/" + entity + "/" + id + "/state/" + action, null);
  }

  private static ObjectNode customField(String name, String value) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.putObject("customFields").put(name, value);
    return content;
  }

  @Override
  public void delete(EntityType type, Placed placed) {
    shop.admin("DELETE", "/api/" + type.key() + "/" + placed.id(), null);
  }

  @Override
  public List<Sample> right(EntityType type, Write.Action action, int count) {
    if (FlowSamples.has(type)) {
      return flows.right(type, action, count);
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int effect = ++effects;
      Placed placed = place(type == EntityType.STOCK ? EntityType.PRODUCT : type);
      JsonNode content =
          type == EntityType.STOCK
              ? stock(placed, Integer.toString(effect))
              : customField("kontor_erp_order_number", "SO-" + effect);
      samples.add(sample(action, placed, content, ""));
    }
    return samples;
  }

  private static ObjectNode stock(Placed product, String stock) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("productNumber", product.number())
        .put("stock", stock);
  }

  private Sample sample(Write.Action action, Placed placed, JsonNode content, String field) {
    String key = "effect-" + effects + field;
    String target = action == Write.Action.CREATE ? null : placed.id();
    return new Sample(new Write(key, action, placed.number(), target, content), field);
  }

  @Override
  public Sample wrong(EntityType type, Write.Action action) {
    if (FlowSamples.has(type)) {
      return flows.wrong(type, action);
    }
    if (type == EntityType.STOCK) {
      Placed product = place(EntityType.PRODUCT);
      return sample(action, product, stock(product, "61.5"), "stock");
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content
        .putArray("transitions")
        .addObject()
        .put("entity", "order")
        .put("transition", "complete");
    return sample(action, place(type), content, "transitions[0].transition");
  }

  @Override
  public int effects(EntityType type, Sample sample) {
    if (FlowSamples.has(type)) {
      return flows.effects(type, sample);
    }
    JsonNode content = sample.write().content();
    if (type == EntityType.STOCK) {
      int stock = shop.stock(content.path("productNumber").asString());
      return new BigDecimal(content.path("stock").asString()).compareTo(BigDecimal.valueOf(stock))
              == 0
          ? 1
          : 0;
    }
    JsonNode order = shop.truth(String.valueOf(sample.write().targetId()));
    JsonNode wanted = content.path("customFields").path("kontor_erp_order_number");
    JsonNode there = order.path("customFields").path("kontor_erp_order_number");
    boolean written = wanted.isString() && wanted.equals(there);
    return written || order.path("state").asString().equals("completed") ? 1 : 0;
  }

  @Override
  public void trouble(Trouble trouble, EntityType type) {
    shop.dials().reset();
    switch (trouble) {
      case NONE -> {}
      case RESET -> shop.dials().set("resetProbability", 1);
      case LOST_ANSWER -> shop.dials().only("/api/_action/sync").set("dropAnswerProbability", 1);
      case THROTTLED -> shop.dials().only("/api/search").set("throttleProbability", 1);
      case SERVER_ERROR -> shop.dials().only("/api/search").set("serverErrorProbability", 1);
      case DOWN -> shop.dials().set("down", true);
    }
  }

  @Override
  public void expireTokens() {
    shop.control("POST", "/_twin/shop/expire-tokens", null);
  }

  @Override
  public RawRequest notice(EntityType type, Placed placed) {
    install();
    if (type == EntityType.ORDER) {
      transition("order_transaction", child("transaction", placed.id()), "paid");
      return door.next(placed.id(), "state_enter.order_transaction.state.paid");
    }
    if (type == EntityType.CUSTOMER) {
      patch("customer", placed.id(), "title", "Dr.");
      return door.next(placed.id(), "customer.written");
    }
    patch("product", placed.id(), "ean", "4006381333931");
    return door.next(placed.id(), "product.written");
  }

  /** As an administrator would: fetch the manifest, fill in the secret, upload it to the shop. */
  private void install() {
    if (installed) {
      return;
    }
    RawRequest manifest = new RawRequest("GET", "/app/manifest.xml", "", Map.of(), new byte[0]);
    String xml =
        receiving
            .inbox()
            .orElseThrow()
            .receive(manifest)
            .reply()
            .body()
            .replace("<secret></secret>", "<secret>" + APP_SECRET + "</secret>");
    shop.control(
        "POST", "/_twin/shop/apps", JsonNodeFactory.instance.objectNode().put("manifest", xml));
    installed = true;
  }

  @Override
  public RawRequest forged(RawRequest genuine) {
    byte[] body = genuine.body().clone();
    body[body.length - 2] ^= 1;
    return new RawRequest(
        genuine.method(), genuine.path(), genuine.query(), genuine.headers(), body);
  }

  @Override
  public void close() {
    door.close();
    receiving.close();
    toolbox.close();
    shop.close();
  }
}
