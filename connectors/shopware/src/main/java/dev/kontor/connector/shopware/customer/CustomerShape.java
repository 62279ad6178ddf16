package dev.kontor.connector.shopware.customer;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A customer with group and default addresses, or only what its version is made of. */
public enum CustomerShape implements Shape {
  CUSTOMER;

  static final String BILLING = "defaultBillingAddress";

  private static final JsonNode FULL = ShopwareResource.json("customer/associations.json");
  private static final List<String> TIMES = List.of("id", "createdAt", "updatedAt");

  @Override
  public String entity() {
    return "customer";
  }

  @Override
  public String number() {
    return "customerNumber";
  }

  /** A full customer is about 10 KB. */
  @Override
  public int mostFull() {
    return 200;
  }

  @Override
  public Criteria full(int limit) {
    return new Criteria(limit).associations(FULL.deepCopy());
  }

  @Override
  public Criteria thin(int limit) {
    return new Criteria(limit)
        .with(BILLING)
        .include(
            "customer",
            List.of("id", "customerNumber", "autoIncrement", "createdAt", "updatedAt", BILLING))
        .include("customer_address", TIMES);
  }

  /** Another address is a row of its own, which leaves the customer's time as it is. */
  @Override
  public Document document(JsonNode customer, @Nullable JsonNode content) {
    JsonNode address = customer.path(BILLING);
    return new Document(
        EntityType.CUSTOMER,
        ShopRow.id(customer),
        ShopRow.text(customer, number()),
        Ids.sha256(times(customer) + "|" + ShopRow.id(address) + "|" + times(address)),
        Stream.of(changed(customer), changed(address))
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH),
        false,
        content);
  }

  private static String times(JsonNode row) {
    return ShopRow.text(row, "createdAt") + " " + ShopRow.text(row, "updatedAt");
  }

  private static Instant changed(JsonNode row) {
    return ShopRow.time(row, ShopRow.text(row, "updatedAt").isEmpty() ? "createdAt" : "updatedAt");
  }
}
