package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spreads a price for the whole quote over its items, whose prices have whole cents: the sum is met
 * as near as the quantities allow. The vendor's pages tell the proportion by an example only.
 */
final class Negotiated {
  private static final int PERCENT = 1;
  private static final int DISCOUNT = 2;
  private static final int TOTAL = 3;
  private static final int SCALE = 12;
  private static final int MOST = 20;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private Negotiated() {}

  /** Throws the shop's refusal of a type or value that is none. */
  static BigDecimal total(BigDecimal original, int type, BigDecimal value) {
    BigDecimal total = value;
    if (type == PERCENT) {
      total = original.subtract(original.multiply(value).movePointLeft(2));
    } else if (type == DISCOUNT) {
      total = original.subtract(value);
    } else if (type != TOTAL) {
      throw invalid("negotiated_price_type");
    }
    if (value.signum() < 0 || total.signum() < 0) {
      throw invalid("negotiated_price_value");
    }
    return total.setScale(2, RoundingMode.HALF_UP);
  }

  private static ApiError invalid(String field) {
    return ApiError.named(400, "Invalid value of \"%fieldName\".", "fieldName", field);
  }

  static void spread(ObjectNode cart, BigDecimal original, BigDecimal total) {
    List<ObjectNode> items = new ArrayList<>();
    cart.path("items").forEach(i -> items.add((ObjectNode) i));
    BigDecimal left = total;
    for (ObjectNode item : items) {
      BigDecimal price =
          original.signum() == 0
              ? BigDecimal.ZERO
              : Quotes.originalPrice(item)
                  .multiply(total)
                  .divide(original, SCALE, RoundingMode.HALF_UP)
                  .setScale(2, RoundingMode.HALF_UP);
      Row.put(item, "price", price);
      left = left.subtract(price.multiply(Row.amount(item, "qty")));
    }
    for (ObjectNode item : items) {
      left = left.subtract(more(item, left));
    }
    if (left.signum() != 0) {
      between(items, left);
    }
    Quotes.total(cart);
  }

  /** Some cents on one item and fewer on another, where that meets the sum. */
  private static void between(List<ObjectNode> items, BigDecimal left) {
    for (int i = 0; i < items.size(); i++) {
      for (int j = 0; j < items.size(); j++) {
        if (i != j && met(items.get(i), items.get(j), left)) {
          return;
        }
      }
    }
  }

  private static boolean met(ObjectNode one, ObjectNode other, BigDecimal left) {
    for (int cents = -MOST; cents <= MOST; cents++) {
      BigDecimal more = CENT.multiply(BigDecimal.valueOf(cents));
      BigDecimal rest = left.subtract(more.multiply(Row.amount(one, "qty")));
      BigDecimal[] each = rest.divideAndRemainder(Row.amount(other, "qty").multiply(CENT));
      if (each[1].signum() == 0) {
        Row.add(one, "price", more);
        Row.add(other, "price", each[0].multiply(CENT));
        return true;
      }
    }
    return false;
  }

  /** So many whole cents a piece as do not go beyond what is left. */
  private static BigDecimal more(ObjectNode item, BigDecimal left) {
    BigDecimal qty = Row.amount(item, "qty");
    BigDecimal each = left.divide(qty, 2, RoundingMode.DOWN);
    boolean any = each.abs().compareTo(CENT) >= 0;
    if (any && Row.amount(item, "price").add(each).signum() >= 0) {
      Row.add(item, "price", each);
      return each.multiply(qty);
    }
    return BigDecimal.ZERO;
  }

  /** Back to what the goods cost without. */
  static void remove(ObjectNode cart) {
    for (JsonNode item : cart.path("items")) {
      Row.put((ObjectNode) item, "price", Quotes.originalPrice(item));
    }
    Quotes.of(cart).putNull("negotiated_price_type").putNull("negotiated_price_value");
    Quotes.total(cart);
  }
}
