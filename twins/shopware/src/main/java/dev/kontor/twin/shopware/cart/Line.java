package dev.kontor.twin.shopware.cart;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a cart.
 *
 * @param identifier the cart's own id of the line
 * @param referencedId product id or promotion code
 * @param definition how the price came about, as the shop stores it
 */
public record Line(
    String identifier,
    Type type,
    String label,
    String referencedId,
    @Nullable String productId,
    @Nullable String promotionId,
    Price price,
    ObjectNode definition,
    ObjectNode payload) {

  /** Kinds of lines the storefront makes. */
  public enum Type {
    PRODUCT,
    PROMOTION;

    public String json() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
