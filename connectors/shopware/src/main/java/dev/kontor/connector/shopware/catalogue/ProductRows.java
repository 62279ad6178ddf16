package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.Absent;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.connector.shopware.api.Tax;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows one article needs: itself, its variants, what belongs to them, and deletions of what the
 * hub added before. The shop adds to lists and never takes away (shopware/contract.md §3).
 */
final class ProductRows {

  /** What a batch has looked up. */
  record Shop(
      ShopwareSettings settings,
      ShopProducts products,
      Costs costs,
      Wording wording,
      PropertyOptions options,
      Categories categories,
      NamedRows makers,
      NamedRows units) {}

  private static final int VISIBLE_EVERYWHERE = 30;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Shop shop;
  private final SyncBatch sync;
  private final int document;
  private final Article article;
  private final @Nullable JsonNode known;
  private final Owned before;
  private final String id;

  /**
   * @param targetId of the product in the shop, null if it was never written
   */
  ProductRows(Shop shop, SyncBatch sync, int document, Article article, @Nullable String targetId) {
    this.shop = shop;
    this.sync = sync;
    this.document = document;
    this.article = article;
    this.known = shop.products().find(targetId, article.number());
    this.before = Owned.of(known);
    this.id = known == null ? newId(article.number()) : ShopRow.id(known);
  }

  /** Puts all of them into the batch; the product's id. */
  String put() {
    if (known == null && !article.leaves().isEmpty()) {
      throw new FaultException(Absent.product(article.number()));
    }
    Tax tax =
        article.leaves("tax")
            ? null
            : shop.costs().stated(article, shop.settings().products().taxRates());
    BigDecimal rate = tax == null ? knownRate() : tax.rate();
    ObjectNode row = ShopRow.of(id).put("productNumber", article.number());
    if (tax != null) {
      row.put("taxId", tax.id());
    }
    ObjectNode texts = shop.wording().translations(article.name(), article.texts());
    if (!texts.isEmpty()) {
      row.set("translations", texts);
    }
    boolean costs = price(row, rate);
    if (!article.leaves("blocked")) {
      row.put("active", article.active() && (costs || anyVariantCosts()));
    }
    if (known == null) {
      row.put("stock", 0);
    }
    Set<String> fields = facts(row);
    visibilities(row);
    Set<String> categories = categories(row);
    Set<String> properties = properties(row);
    Set<String> variants = settings(row);
    if (!article.leaves("pictures")) {
      new Gallery(shop.settings(), sync, document).put(row, known, article.pictures());
    }
    List<ObjectNode> rows =
        article.variants().stream().map(one -> variant(one, rate, costs, fields)).toList();
    Owned owned = new Owned(categories, properties, variants, fields);
    if (!owned.equals(before)) {
      row.withObjectProperty(CustomFields.NAME).set(Owned.FIELD, owned.json());
    }
    sync.upsert(document, "product", row);
    rows.forEach(variant -> sync.upsert(document, "product", variant));
    return id;
  }

  private boolean anyVariantCosts() {
    return article.variants().stream().anyMatch(variant -> variant.amount() != null);
  }

  private BigDecimal knownRate() {
    if (known == null) {
      throw Costs.noRate(article);
    }
    return shop.costs().rate(known).orElseThrow(() -> Costs.noRate(article));
  }

  /** Whether it has a price to be sold at: nothing is sold for nothing by mistake. */
  private boolean price(ObjectNode row, BigDecimal rate) {
    BigDecimal amount = article.price().amount();
    boolean left = amount == null || article.leaves("price");
    if (known != null && (left || PricedByList.is(known))) {
      return Costs.costs(known);
    }
    row.set(
        "price",
        amount == null ? Costs.nothing() : shop.costs().price(article.price(), amount, rate));
    return amount != null;
  }

  /** What the source states is written; what it stated before and does no more is emptied. */
  private Set<String> facts(ObjectNode row) {
    Set<String> stated = before.kept(article);
    put(row, "", article.ean(), article.weight(), stated);
    String maker = article.manufacturer();
    if (maker != null) {
      NamedRows.Key key = NamedRows.Key.of("", maker);
      row.put(
          "manufacturerId", shop.makers().id(document, key, sync, made -> made.put("name", maker)));
      stated.add("manufacturerId");
    }
    String unit = article.unit();
    if (unit != null) {
      NamedRows.Key key = NamedRows.Key.of("", unit);
      row.put(
          "unitId",
          shop.units()
              .id(document, key, sync, made -> made.put("shortCode", unit).put("name", unit)));
      stated.add("unitId");
    }
    for (String field : List.of("manufacturerId", "unitId")) {
      if (isTakenBack(field, stated)) {
        row.putNull(field);
      }
    }
    CustomFields.put(row, article.customFields(), before, stated);
    return stated;
  }

  /**
   * @param prefix tells the fields of a variant from those of the article
   */
  private void put(
      ObjectNode row,
      String prefix,
      @Nullable String ean,
      @Nullable BigDecimal weight,
      Set<String> stated) {
    if (ean != null) {
      row.put("ean", ean);
      stated.add(prefix + "ean");
    } else if (isTakenBack(prefix + "ean", stated)) {
      row.putNull("ean");
    }
    if (weight != null) {
      row.put("weight", weight);
      stated.add(prefix + "weight");
    } else if (isTakenBack(prefix + "weight", stated)) {
      row.putNull("weight");
    }
  }

  private boolean isTakenBack(String field, Set<String> stated) {
    return before.fields().contains(field) && !stated.contains(field);
  }

  private void visibilities(ObjectNode row) {
    List<String> wanted = shop.settings().products().salesChannels();
    List<String> there = ShopProducts.values(known, "visibilities", "salesChannelId");
    ArrayNode added = NODES.arrayNode();
    for (String channel : wanted) {
      if (!there.contains(channel)) {
        added
            .addObject()
            .put("id", visibilityId(channel))
            .put("salesChannelId", channel)
            .put("visibility", VISIBLE_EVERYWHERE);
      }
    }
    set(row, "visibilities", added);
    there.stream()
        .filter(channel -> !wanted.contains(channel))
        .map(this::visibilityId)
        .filter(ShopProducts.values(known, "visibilities", "id")::contains)
        .forEach(old -> delete("product_visibility", ShopRow.of(old)));
  }

  private String visibilityId(String channel) {
    return shop.settings().id("visibility", id, channel);
  }

  private Set<String> categories(ObjectNode row) {
    if (article.leaves("categories")) {
      return before.categories();
    }
    Set<String> wanted = new TreeSet<>();
    if (shop.settings().products().rootCategory() != null) {
      article.categories().forEach(path -> wanted.add(shop.categories().id(document, path, sync)));
    }
    join(row, "categories", wanted, before.categories(), "product_category", "categoryId");
    return wanted;
  }

  private Set<String> properties(ObjectNode row) {
    if (article.leaves("attributes")) {
      return before.properties();
    }
    Set<String> wanted = options(article.properties());
    join(row, "properties", wanted, before.properties(), "product_property", "optionId");
    return wanted;
  }

  /** The choices buyers have among the variants; ids of the variants. */
  private Set<String> settings(ObjectNode row) {
    if (article.leaves("variants")) {
      return before.variants();
    }
    Set<String> wanted = new TreeSet<>();
    article.variants().forEach(variant -> wanted.addAll(options(variant.options())));
    List<String> there = ShopProducts.values(known, "configuratorSettings", "optionId");
    ArrayNode added = NODES.arrayNode();
    wanted.stream()
        .filter(option -> !there.contains(option))
        .forEach(option -> added.addObject().put("id", settingId(option)).put("optionId", option));
    set(row, "configuratorSettings", added);
    List<String> ids = ShopProducts.values(known, "configuratorSettings", "id");
    there.stream()
        .filter(option -> !wanted.contains(option))
        .map(this::settingId)
        .filter(ids::contains)
        .forEach(old -> delete("product_configurator_setting", ShopRow.of(old)));
    Set<String> variants = new TreeSet<>();
    article.variants().forEach(variant -> variants.add(variantId(variant)));
    vanished(variants);
    return variants;
  }

  private String settingId(String option) {
    return shop.settings().id("configurator", id, option);
  }

  /** Variants the hub wrote and the source no longer has. */
  private void vanished(Set<String> variants) {
    for (String gone : before.variants()) {
      if (!variants.contains(gone) && ShopProducts.values(known, "children", "id").contains(gone)) {
        if (shop.settings().products().deletes()) {
          delete("product", ShopRow.of(gone));
        } else {
          sync.upsert(document, "product", ShopRow.of(gone).put("active", false));
        }
      }
    }
  }

  private ObjectNode variant(
      Variant variant, BigDecimal rate, boolean articleCosts, Set<String> stated) {
    JsonNode child = shop.products().find(null, variant.number());
    ObjectNode row =
        ShopRow.of(variantId(variant)).put("parentId", id).put("productNumber", variant.number());
    if (child == null) {
      row.put("stock", 0);
    }
    boolean costs = price(row, variant, child, rate) || articleCosts;
    // What a variant does not state it inherits, so the article's own state holds.
    row.set("active", variant.active() && costs ? NODES.nullNode() : NODES.booleanNode(false));
    put(row, variantId(variant) + ".", variant.ean(), variant.weight(), stated);
    ObjectNode texts = shop.wording().translations(variant.name(), variant.texts());
    if (!texts.isEmpty()) {
      row.set("translations", texts);
    }
    Set<String> there = new TreeSet<>(ShopProducts.values(child, "options", "id"));
    join(row, "options", options(variant.options()), there, "product_option", "optionId");
    new Gallery(shop.settings(), sync, document).put(row, child, variant.pictures());
    return row;
  }

  /** Whether it has a price of its own. */
  private boolean price(
      ObjectNode row, Variant variant, @Nullable JsonNode child, BigDecimal rate) {
    if (child != null && PricedByList.is(child)) {
      return Costs.costs(child);
    }
    row.set(
        "price",
        variant.amount() == null
            ? NODES.nullNode()
            : shop.costs().price(article.price(), variant.amount(), rate));
    return variant.amount() != null;
  }

  private String variantId(Variant variant) {
    JsonNode child = shop.products().find(null, variant.number());
    return child == null ? newId(variant.number()) : ShopRow.id(child);
  }

  private Set<String> options(Collection<Property> properties) {
    Set<String> ids = new TreeSet<>();
    properties.forEach(property -> ids.add(shop.options().id(document, property, sync)));
    return ids;
  }

  /** Adds what is not joined yet and takes away what the hub had joined. */
  private void join(
      ObjectNode row,
      String list,
      Set<String> wanted,
      Set<String> earlier,
      String entity,
      String field) {
    String productId = ShopRow.id(row);
    JsonNode product = shop.products().find(productId);
    Set<String> there = new TreeSet<>(ShopProducts.values(product, list, "id"));
    ArrayNode added = NODES.arrayNode();
    wanted.stream()
        .filter(one -> !there.contains(one))
        .forEach(one -> added.addObject().put("id", one));
    set(row, list, added);
    List<String> gone = new ArrayList<>(earlier);
    gone.removeIf(one -> wanted.contains(one) || !there.contains(one));
    gone.forEach(
        one -> delete(entity, NODES.objectNode().put("productId", productId).put(field, one)));
  }

  private static void set(ObjectNode row, String list, ArrayNode added) {
    if (!added.isEmpty()) {
      row.set(list, added);
    }
  }

  private void delete(String entity, ObjectNode key) {
    sync.delete(document, entity, key);
  }

  private String newId(String number) {
    return shop.settings().id("product", number);
  }
}
