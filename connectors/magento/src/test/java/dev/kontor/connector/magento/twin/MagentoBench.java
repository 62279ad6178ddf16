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
  private final TwinCompanies companies;
  private final TwinQuotes quotes;
  private final DirectToolbox toolbox;
  private final Map<EntityType, Samples> samples;

  MagentoBench() {
    this(Integration.ALL);
  }

  MagentoBench(String... rights) {
    shop = new TwinShop(rights);
    companies = new TwinCompanies(shop);
    quotes = new TwinQuotes(shop, companies);
    shop.consume(true);
    shop.attribute("ean", "EAN");
    shop.attribute("stoff", "text", "store");
    shop.attribute("pflege", "select", "global");
    new TwinCatalogs(shop).custom("Großkunden");
    toolbox = new DirectToolbox(shop.clock, Duration.ofSeconds(20));
    samples =
        Map.of(
            EntityType.CUSTOMER, new CustomerSamples(companies),
            EntityType.ORDER, new OrderSamples(shop),
            EntityType.ORDER_PROGRESS, new ProgressSamples(shop),
            EntityType.PRICE, new PriceSamples(shop),
            EntityType.QUOTE, new QuoteSamples(shop, quotes),
            EntityType.PRODUCT, new ProductSamples(shop),
            EntityType.STOCK, new StockSamples(shop));
  }

  TwinShop shop() {
    return shop;
  }

  TwinCompanies companies() {
    return companies;
  }

  TwinQuotes quotes() {
    return quotes;
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
        .put("companies", true)
        .put("returns", true)
        .putObject("stock");
    values.putObject("companion").put("secret", CompanionSender.SECRET);
    values.putObject("customers").putObject("groups").put("GH", "Wholesale");
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
             "views": {"de-DE": "all", "en-GB": "us"}, "categories": "Default Category",
             "pictures": true, "attributes": {"Material": "stoff", "Pflege": "pflege"},
             "options": {"Farbe": "color", "Größe": "groesse"}, "sharedCatalogs": ["Großkunden"]}\
            """));
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
        Options.CONSUMER_SECRET,
        Options.TOKEN,
        Options.TOKEN_SECRET,
        CompanionSender.SECRET,
        WRONG,
        "oauth_signature");
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Placed place(EntityType type) {
    shop.clock.advance(Duration.ofHours(1));
    return placed(type, "");
  }

  /** At this instant. */
  private Placed placed(EntityType type, String text) {
    if (type == EntityType.CUSTOMER) {
      return companies.account(text.isEmpty() ? "Großkopf" : text);
    }
    return type == EntityType.QUOTE
        ? quotes.asked(text.isEmpty() ? "Bitte 5 %" : text)
        : shop.order(text);
  }

  @Override
  public String unknown(EntityType type, Placed placed) {
    return "987654";
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int count) {
    shop.clock.advance(Duration.ofHours(1));
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      placed.add(placed(type, ""));
    }
    return placed;
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    Map<String, Runnable> changes = new LinkedHashMap<>();
    if (type == EntityType.CUSTOMER) {
      changes.put("name", () -> later(() -> change(type, placed.id())));
      changes.put("address", () -> later(() -> companies.change(placed.id(), "Neu", "Berg 1")));
      return changes;
    }
    if (type == EntityType.QUOTE) {
      changes.put("more", () -> later(() -> quotes.change(placed.id(), "change", 40)));
      changes.put("looked at", () -> later(() -> quotes.act(placed.id(), "look")));
      return changes;
    }
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
    placed.forEach(one -> change(type, one.id()));
  }

  private void change(EntityType type, String id) {
    if (type == EntityType.CUSTOMER) {
      companies.change(id, "Berg", "Talweg 3");
    } else if (type == EntityType.QUOTE) {
      quotes.act(id, "look");
    } else {
      shop.save(id, "status", "processing");
    }
  }

  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    shop.clock.advance(Duration.ofHours(1));
    Placed placed = placed(type, text);
    if (type != EntityType.ORDER) {
      return Optional.of(new Awkward(placed, List.of()));
    }
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
      right.add(samples(type).right(action, i));
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
    return new CompanionSender(CompanionSender.SECRET, shop.clock)
        .saved(type.key(), placed.id(), placed.number());
  }

  @Override
  public RawRequest forged(RawRequest genuine) {
    return new CompanionSender(WRONG, shop.clock).sent(genuine.body());
  }

  @Override
  public void close() {
    shop.close();
    toolbox.close();
  }
}
