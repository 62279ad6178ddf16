package dev.kontor.connector.shopware;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The rights a connection needs, by what its settings use; {@code rights.json} names them.
 *
 * @param read entities to read
 * @param write rights such as {@code order:update}
 */
record RightsList(Set<String> read, Set<String> write) {

  private static final JsonNode ALL = ShopwareResource.json("rights.json");

  /** For what these settings use, and nothing more. */
  static RightsList of(ShopwareSettings settings) {
    Set<String> uses = new TreeSet<>();
    uses.add("always");
    if (settings.deliveryPositions()) {
      uses.add("deliveryPositions");
    }
    if (settings.products().used()) {
      uses.add("products");
      if (settings.products().rootCategory() != null) {
        uses.add("products.rootCategory");
      }
      if (settings.products().deletes()) {
        uses.add("products.deletions");
      }
    }
    if (settings.prices().used()) {
      uses.add("prices");
    }
    if (settings.progress().used()) {
      uses.add("progress");
    }
    if (settings.customers().used()) {
      uses.add("customers");
    }
    Set<String> read = new TreeSet<>();
    Set<String> write = new TreeSet<>();
    for (String use : uses) {
      ALL.path(use).path("read").forEach(entity -> read.add(entity.asString("")));
      ALL.path(use).path("write").forEach(right -> write.add(right.asString("")));
    }
    return new RightsList(read, write);
  }
}
