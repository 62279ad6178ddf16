package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Shape;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A product or variant, or only its number, stock and times. */
enum ProductShape implements Shape {
  PRODUCT;

  @Override
  public String entity() {
    return "product";
  }

  @Override
  public String number() {
    return "productNumber";
  }

  @Override
  public int mostFull() {
    return 100;
  }

  @Override
  public Criteria full(int limit) {
    return new Criteria(limit);
  }

  @Override
  public Criteria thin(int limit) {
    return new Criteria(limit)
        .include(
            "product",
            List.of("id", "productNumber", "createdAt", "updatedAt", "stock", "autoIncrement"));
  }

  @Override
  public Document document(JsonNode product, @Nullable JsonNode content) {
    String created = ShopRow.text(product, "createdAt");
    String updated = ShopRow.text(product, "updatedAt");
    return new Document(
        EntityType.PRODUCT,
        ShopRow.id(product),
        ShopRow.text(product, number()),
        created + " " + updated + " " + ShopRow.text(product, "stock"),
        ShopRow.time(product, updated.isEmpty() ? "createdAt" : "updatedAt"),
        false,
        content);
  }
}
