package dev.kontor.connector.magento.twin;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.twin.magento.Options;
import dev.kontor.twin.magento.api.Integration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract's bench on the Magento twin. */
final class MagentoBench implements TwinBench {

  private static final String WRONG = "not-the-secret";

  private final TwinShop shop;
  private final DirectToolbox toolbox;
  private final Map<EntityType, Samples> samples;

  MagentoBench() {
    this(Integration.ALL);
  }

  MagentoBench(String... rights) {
    shop = new TwinShop(rights);
    shop.consume(true);
    shop.attribute("ean", "EAN");
    toolbox = new DirectToolbox(shop.clock, Duration.ofSeconds(20));
    samples =
        Map.of(
            EntityType.ORDER, new OrderSamples(shop),
            EntityType.ORDER_PROGRESS, new ProgressSamples(shop),
            EntityType.PRICE, new PriceSamples(shop),
            EntityType.PRODUCT, new ProductSamples(shop),
            EntityType.STOCK, new StockSamples(shop));
  }

  TwinShop shop() {
    return shop;
  }

  private static Settings settings(String url, String secret) {
    return new Settings("shop", values(url, secret));
  }

  /** With one setting changed. */
  Settings with(String name, String json) {
    ObjectNode values = values(shop.uri().toString(), Options.TOKEN_SECRET);
    values.set(name, ModelJson.parse(json));
    return new Settings("shop", values);
  }

  private static ObjectNode values(String url, String secret) {
    ObjectNode values = ModelJson.mapper().createObjectNode();
    values
        .put("url", url)
        .put("consumerKey", Options.CONSUMER_KEY)
        .put("consumerSecret", Options.CONSUMER_SECRET)
        .put("token", Options.TOKEN)
        .put("tokenSecret", secret)
        .put("replyExtOrderId", true)
        .putObject("stock");
    values.putObject("progress").put("invoices", "create");
    values
        .put("catalogPrices", "gross")
        .putObject("prices")
        .putObject("groups")
        .put("GH", "Wholesale");
    values.set(
        "products",
        ModelJson.parse(
            """
            {"gtin": "ean", "taxClasses": {"VOLL": "Taxable Goods"}, "websites": ["base"],
             "views": {"de-DE": "all", "en-GB": "us"}}"""));
    return values;
  }

  @Override
  public Settings settings() {
    return settings(shop.uri().toString(), Options.TOKEN_SECRET);
  }

  @Override
  public Settings wrongSecret() {
    return settings(shop.uri().toString(), WRONG);
  }

  @Override
  public Settings wrongAddress() {
    return settings("http://127.0.0.1:1", Options.TOKEN_SECRET);
  }

  @Override
  public List<String> secrets() {
    return List.of(
        Options.CONSUMER_SECRET, Options.TOKEN, Options.TOKEN_SECRET, WRONG, "oauth_signature");
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Placed place(EntityType type) {
    return shop.later();
  }

  @Override
  public String unknown(EntityType type, Placed placed) {
    return "987654";
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int count) {
    shop.tick();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      placed.add(shop.order(""));
    }
    return placed;
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put("state", () -> later(() -> shop.save(placed.id(), "status", "processing")));
    for (String list : List.of("invoices", "shipments", "creditmemos")) {
      changes.put(list, () -> later(() -> shop.document(list, placed.id(), "0034043416")));
    }
    return changes;
  }

  private void later(Runnable change) {
    shop.tick();
    change.run();
  }

  @Override
  public void changeTogether(EntityType type, List<Placed> placed) {
    shop.tick();
    placed.forEach(one -> shop.save(one.id(), "status", "processing"));
  }

  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    shop.clock.advance(Duration.ofHours(1));
    Placed placed = shop.order(text);
    JsonNode truth = shop.truth(placed.id());
    return Optional.of(
        new Awkward(
            placed,
            List.of(
                truth.path("grand_total").decimalValue(),
                truth.path("tax_amount").decimalValue())));
  }

  @Override
  public Optional<Sample> awkwardWrite(EntityType type, Write.Action action, String text) {
    return samples(type).awkward(action, text);
  }

  private Samples samples(EntityType type) {
    return Objects.requireNonNull(samples.get(type), type::key);
  }

  @Override
  public void delete(EntityType type, Placed placed) {
    throw new UnsupportedOperationException("orders of Magento are not deleted");
  }

  @Override
  public List<Sample> right(EntityType type, Write.Action action, int count) {
    List<Sample> right = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      right.add(samples(type).right(action));
    }
    return right;
  }

  @Override
  public Sample wrong(EntityType type, Write.Action action) {
    return samples(type).wrong(action);
  }

  @Override
  public int effects(EntityType type, Sample sample) {
    return samples(type).effects(sample);
  }

  @Override
  public void trouble(Trouble trouble, EntityType type) {
    shop.dials().reset();
    switch (trouble) {
      case NONE -> {}
      case RESET -> shop.dials().set("resetProbability", 1);
      // Tier prices are read by POST.
      case LOST_ANSWER ->
          shop.dials()
              .only(
                  type == EntityType.PRICE ? "/rest/all/V1/products/base-prices" : "/rest", "POST")
              .set("dropAnswerProbability", 1);
      case THROTTLED -> shop.dials().only("/rest").set("throttleProbability", 1);
      case SERVER_ERROR -> shop.dials().only("/rest").set("serverErrorProbability", 1);
      case DOWN -> shop.dials().set("down", true);
    }
  }

  /** An integration's tokens do not expire (magento/contract.md §1). */
  @Override
  public void expireTokens() {}

  @Override
  public RawRequest notice(EntityType type, Placed placed) {
    throw new UnsupportedOperationException("Magento Open Source tells of nothing");
  }

  @Override
  public RawRequest forged(RawRequest genuine) {
    throw new UnsupportedOperationException("Magento Open Source tells of nothing");
  }

  @Override
  public void close() {
    shop.close();
    toolbox.close();
  }
}
