package dev.kontor.connector.shopware;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;

/** What is to be written to is not in the shop; it may come, or come back under another id. */
public final class Absent {

  private Absent() {}

  /** By the article number of a product or variant. */
  public static Fault product(String number) {
    return new Fault.Missing(
        EntityType.PRODUCT, number, "the shop has no product with article number " + number);
  }

  public static Fault order(String id) {
    return new Fault.Missing(EntityType.ORDER, id, "the order is not in the shop (any more)");
  }
}
