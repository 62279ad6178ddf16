package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareResource;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Shape;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A product with its variants, or a variant; or only what its version is made of. */
enum ProductShape implements Shape {
  PRODUCT;

  private static final String CHILDREN = "children";
  private static final JsonNode FULL = ShopwareResource.json("product/associations.json");

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
    return new Criteria(limit).associations(FULL.deepCopy());
  }

  @Override
  public Criteria thin(int limit) {
    return new Criteria(limit)
        .with(CHILDREN)
        .include(
            "product",
            List.of("id", "productNumber", "createdAt", "updatedAt", "autoIncrement", CHILDREN));
  }

  /** A sale changes the stock, which is no part of an article, and none of these times. */
  @Override
  public Document document(JsonNode product, @Nullable JsonNode content) {
    List<JsonNode> rows =
        Stream.concat(Stream.of(product), product.path(CHILDREN).valueStream())
            .sorted(Comparator.comparing(ShopRow::id))
            .toList();
    return new Document(
        EntityType.PRODUCT,
        ShopRow.id(product),
        ShopRow.text(product, number()),
        Ids.sha256(rows.stream().map(ProductShape::times).collect(Collectors.joining("|"))),
        rows.stream().map(ProductShape::changed).max(Comparator.naturalOrder()).orElseThrow(),
        false,
        content);
  }

  private static String times(JsonNode row) {
    return ShopRow.id(row)
        + " "
        + ShopRow.text(row, "createdAt")
        + " "
        + ShopRow.text(row, "updatedAt");
  }

  private static Instant changed(JsonNode row) {
    return ShopRow.time(row, ShopRow.text(row, "updatedAt").isEmpty() ? "createdAt" : "updatedAt");
  }
}
