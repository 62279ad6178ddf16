package dev.kontor.twin.shopware.cart;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a cart.
 *
 * @param identifier the cart's own id of the line
 * @param referencedId product id or promotion code, null for a line a clerk wrote
 * @param description null where the shop has none
 * @param definition how the price came about, as the shop stores it
 */
public record Line(
    String identifier,
    Type type,
    String label,
    @Nullable String description,
    @Nullable String referencedId,
    @Nullable String productId,
    @Nullable String promotionId,
    Price price,
    ObjectNode definition,
    JsonNode payload) {

  /** Kinds of lines: the first and last the storefront makes, the others a clerk. */
  public enum Type {
    PRODUCT,
    CUSTOM,
    CREDIT,
    PROMOTION;

    public String json() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Throws IllegalArgumentException for any other text. */
    public static Type of(String json) {
      return valueOf(json.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
