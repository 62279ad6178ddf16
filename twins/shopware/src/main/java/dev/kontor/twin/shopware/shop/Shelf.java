package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Inheritance;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What can be bought, and in which quantities (Shopware's ProductCartProcessor). */
public final class Shelf {
  private final Lookup lookup;
  private final Inheritance inheritance;

  public Shelf(Tables tables, Lookup lookup) {
    this.lookup = lookup;
    this.inheritance = new Inheritance(tables);
  }

  /** A product complete with what it inherits. */
  public ObjectNode complete(ObjectNode product) {
    return inheritance.resolved(product);
  }

  /** Why a product cannot be bought; empty when it can. The product is complete. */
  public Optional<String> obstacle(ObjectNode product) {
    if (product.path("childCount").asInt(0) > 0) {
      return Optional.of("it has variants");
    }
    if (!product.path("active").asBoolean(false)) {
      return Optional.of("it is not active");
    }
    return visible(product)
        ? Optional.empty()
        : Optional.of("it has no visibility in the sales channel");
  }

  private boolean visible(ObjectNode product) {
    String channelId = Values.required(lookup.salesChannel(), "id");
    return inheritance.rows("product_visibility", product).stream()
        .anyMatch(r -> channelId.equals(Values.text(r, "salesChannelId")));
  }

  /** The quantity the cart makes of the one asked for. */
  static int quantity(ObjectNode product, int asked) {
    int least = product.path("minPurchase").asInt(1);
    int steps = product.path("purchaseSteps").asInt(1);
    int most = product.path("maxPurchase").asInt(Integer.MAX_VALUE);
    int capped = Math.min(asked, most);
    return capped < least ? least : (capped - least) / steps * steps + least;
  }
}
