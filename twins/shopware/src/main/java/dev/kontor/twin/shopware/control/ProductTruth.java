package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.cart.Carts;
import dev.kontor.twin.shopware.cart.Line;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Translations;
import dev.kontor.twin.shopware.shop.Lookup;
import dev.kontor.twin.shopware.shop.Shelf;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.List;
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

  private final Tables tables;
  private final Lookup lookup;
  private final Shelf shelf;
  private final Carts carts;
  private final Shoppers shoppers;
  private final Names names;
  private final PictureTruth pictures;

  ProductTruth(Shop shop) {
    this.tables = shop.tables();
    this.lookup = shop.lookup();
    this.shelf = new Shelf(tables, lookup);
    this.carts = new Carts(tables);
    this.shoppers = new Shoppers(shop);
    this.names = new Names(tables);
    this.pictures = new PictureTruth(tables);
  }

  ArrayNode list(Look look) {
    Buyer buyer = shoppers.buyer(look);
    String languageId = shoppers.languageId(look);
    ArrayNode list = Json.array();
    for (ObjectNode product : tables.all("product")) {
      list.add(product(shelf.complete(product), look, buyer, languageId));
    }
    return list;
  }

  private ObjectNode product(ObjectNode product, Look look, Buyer buyer, String languageId) {
    ObjectNode json =
        Json.object()
            .put("id", Values.required(product, "id"))
            .put("productNumber", Values.required(product, "productNumber"))
            .put("parent", lookup.text(product, "parentId", "product", "productNumber"))
            .put("name", Translations.text(languageId, product, "name"))
            .put("description", Translations.text(languageId, product, "description"))
            .put("active", product.path("active").asBoolean(false))
            .put("obstacle", shelf.obstacle(product).orElse(null))
            .put("stock", product.path("stock").asInt(0))
            .put("available", product.path("available").asBoolean(false));
    AS_STORED.forEach(field -> json.set(field, Values.orNull(product.get(field))));
    price(product, look, buyer, json);
    json.put(
        "manufacturer", lookup.text(product, "manufacturerId", "product_manufacturer", "name"));
    json.put("unit", lookup.text(product, "unitId", "unit", "name"));
    json.set("categories", names.of("category", product.path("categoryIds")));
    json.set("properties", names.of("property_group_option", product.path("propertyIds")));
    json.set("options", names.of("property_group_option", product.path("optionIds")));
    pictures.add(product, json);
    return json;
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
}
