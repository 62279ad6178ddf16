package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.cart.Carts;
import dev.kontor.twin.shopware.cart.Line;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.media.Files;
import dev.kontor.twin.shopware.search.Inheritance;
import dev.kontor.twin.shopware.search.Translations;
import dev.kontor.twin.shopware.shop.Lookup;
import dev.kontor.twin.shopware.shop.Shelf;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every product as a shopper sees it. */
final class ProductTruth {
  private static final int CENTS = 2;
  private static final List<String> AS_STORED =
      List.of(
          "ean",
          "manufacturerNumber",
          "weight",
          "purchaseUnit",
          "referenceUnit",
          "minPurchase",
          "maxPurchase",
          "isCloseout",
          "customFields");

  private final Shop shop;
  private final Tables tables;
  private final Shelf shelf;
  private final Carts carts;
  private final Inheritance inheritance;

  ProductTruth(Shop shop) {
    this.shop = shop;
    this.tables = shop.tables();
    this.shelf = new Shelf(tables, shop.lookup());
    this.carts = new Carts(tables);
    this.inheritance = new Inheritance(tables);
  }

  ArrayNode list(Look look) {
    Buyer buyer = buyer(look);
    String languageId = languageId(look.language());
    ArrayNode list = Json.array();
    for (ObjectNode product : tables.all("product")) {
      list.add(product(shelf.complete(product), look, buyer, languageId));
    }
    return list;
  }

  private Buyer buyer(Look look) {
    Lookup lookup = shop.lookup();
    String countryId = lookup.id("country", "iso", look.country());
    return shop.buyers()
        .of(
            customer(look),
            lookup.by("currency", "isoCode", look.currency()),
            countryId,
            countryId);
  }

  private ObjectNode customer(Look look) {
    Lookup lookup = shop.lookup();
    if (look.customerNumber() != null) {
      return lookup.by("customer", "customerNumber", look.customerNumber());
    }
    String groupId =
        look.group() == null
            ? Values.required(lookup.salesChannel(), "customerGroupId")
            : lookup.id("customer_group", "name", look.group());
    return Json.object().put("groupId", groupId);
  }

  private String languageId(String code) {
    String localeId = shop.lookup().id("locale", "code", code);
    return shop.lookup().id("language", "localeId", localeId);
  }

  private ObjectNode product(ObjectNode product, Look look, Buyer buyer, String languageId) {
    ObjectNode json =
        Json.object()
            .put("id", Values.required(product, "id"))
            .put("productNumber", Values.required(product, "productNumber"))
            .put("parent", parent(product))
            .put("name", Translations.text(languageId, product, "name"))
            .put("description", Translations.text(languageId, product, "description"))
            .put("active", product.path("active").asBoolean(false))
            .put("obstacle", shelf.obstacle(product).orElse(null))
            .put("stock", product.path("stock").asInt(0))
            .put("available", product.path("available").asBoolean(false));
    AS_STORED.forEach(field -> json.set(field, Values.orNull(product.get(field))));
    price(product, look, buyer, json);
    json.put("manufacturer", named("product_manufacturer", product, "manufacturerId"));
    json.put("unit", named("unit", product, "unitId"));
    names("category", product.path("categoryIds"), json.putArray("categories"));
    names("property_group_option", product.path("propertyIds"), json.putArray("properties"));
    names("property_group_option", product.path("optionIds"), json.putArray("options"));
    pictures(product, json);
    return json;
  }

  private @org.jspecify.annotations.Nullable String parent(ObjectNode product) {
    String id = Values.text(product, "parentId");
    return id == null ? null : Values.text(tables.get("product", id), "productNumber");
  }

  private void price(ObjectNode product, Look look, Buyer buyer, ObjectNode json) {
    if (!product.hasNonNull("price") || !product.hasNonNull("taxId")) {
      json.putNull("unitPrice").putNull("taxRate");
      return;
    }
    Line line = carts.quote(product, look.quantity(), buyer);
    json.put("unitPrice", line.price().unit().setScale(CENTS).toPlainString());
    json.put("taxStatus", carts.status(buyer).json());
    line.price()
        .shares()
        .forEach(s -> json.put("taxRate", s.rate().stripTrailingZeros().toPlainString()));
  }

  private @org.jspecify.annotations.Nullable String named(
      String entity, ObjectNode product, String key) {
    String id = Values.text(product, key);
    return id == null ? null : Values.text(tables.get(entity, id), "name");
  }

  private void names(String entity, JsonNode ids, ArrayNode names) {
    for (JsonNode id : ids) {
      tables.find(entity, id.asString()).ifPresent(r -> names.add(Values.text(r, "name")));
    }
  }

  private void pictures(ObjectNode product, ObjectNode json) {
    String cover = Values.text(product, "coverId");
    json.put(
        "cover",
        cover == null ? null : tables.find("product_media", cover).map(this::hash).orElse(null));
    ArrayNode pictures = json.putArray("pictures");
    inheritance.rows("product_media", product).stream()
        .sorted(Comparator.comparingInt(m -> m.path("position").asInt(0)))
        .map(this::hash)
        .forEach(pictures::add);
  }

  private @org.jspecify.annotations.Nullable String hash(ObjectNode productMedia) {
    return tables
        .find("media", Values.required(productMedia, "mediaId"))
        .flatMap(Files::hash)
        .orElse(null);
  }
}
