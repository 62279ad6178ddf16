package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carts that a buyer negotiates about ({@code rest/b2b/negotiable-quote.md}): a quote has its
 * cart's number, and the states of the vendor's table.
 */
public final class Quotes {
  static final String CREATED = "created";
  static final String BY_ADMIN = "submitted_by_admin";
  static final String AT_ADMIN = "processing_by_admin";
  static final String AT_CUSTOMER = "processing_by_customer";
  static final String BY_CUSTOMER = "submitted_by_customer";
  static final String ORDERED = "ordered";
  static final String EXPIRED = "expired";
  static final String DECLINED = "declined";
  static final String CLOSED = "closed";

  static final int SELLER = 2;
  static final int BUYER = 3;

  /** When the seller may change, submit or decline. */
  static final Set<String> SELLERS_TURN = Set.of(CREATED, AT_ADMIN, BY_CUSTOMER);

  /** What a quote has that is not negotiated yet. */
  private static final String[] NOTHING = {
    "negotiated_price_type",
    "negotiated_price_value",
    "shipping_price",
    "expiration_period",
    "deleted_sku",
    "applied_rule_ids",
    "notifications"
  };

  private static final String[] NO = {
    "has_unconfirmed_changes",
    "is_shipping_tax_changed",
    "is_customer_price_changed",
    "is_address_draft"
  };

  private final Tables tables;

  public Quotes(Tables tables) {
    this.tables = tables;
  }

  static ObjectNode of(ObjectNode cart) {
    return (ObjectNode) cart.path("extension_attributes").path("negotiable_quote");
  }

  /** The cart of a quote; an ordinary one is none. */
  Optional<ObjectNode> find(long id) {
    return tables
        .carts()
        .find(id)
        .filter(c -> c.path("extension_attributes").has("negotiable_quote"))
        .map(this::aged);
  }

  /** As of now: an offer whose day has passed is expired. */
  ObjectNode aged(ObjectNode cart) {
    if (cart.path("extension_attributes").get("negotiable_quote") instanceof ObjectNode quote) {
      String until = Row.text(quote, "expiration_period");
      boolean passed =
          !until.isEmpty() && until.compareTo(tables.now().substring(0, until.length())) < 0;
      if (passed && (is(quote, BY_ADMIN) || is(quote, AT_CUSTOMER))) {
        move(cart, EXPIRED);
      }
    }
    return cart;
  }

  static boolean is(JsonNode quote, String state) {
    return Row.text(quote, "status").equals(state);
  }

  void move(ObjectNode cart, String state) {
    of(cart).put("status", state);
    cart.put("updated_at", tables.now());
  }

  /** Turns a cart into a quote. */
  void request(ObjectNode cart, String name, String comment, long customer) {
    ObjectNode quote =
        cart.withObjectProperty("extension_attributes").putObject("negotiable_quote");
    quote
        .put("quote_id", Row.number(cart, "id"))
        .put("is_regular_quote", true)
        .put("status", CREATED)
        .put("quote_name", name)
        .put("email_notification_status", 0)
        .put("creator_id", customer)
        .put("creator_type", BUYER);
    for (String field : NOTHING) {
      quote.putNull(field);
    }
    for (String field : NO) {
      quote.put(field, false);
    }
    comment(cart, BUYER, comment, false);
  }

  void comment(ObjectNode cart, int creator, @Nullable String comment, boolean decline) {
    if (comment == null || comment.isEmpty()) {
      return;
    }
    ObjectNode row =
        Json.object()
            .put("entity_id", tables.next("quote_comment"))
            .put("parent_id", Row.number(cart, "id"))
            .put("creator_type", creator)
            .put("is_decline", decline ? 1 : 0)
            .put("is_draft", 0)
            .put("creator_id", 1)
            .put("comment", comment)
            .put("created_at", tables.now());
    row.putArray("attachments");
    cart.withArrayProperty("_comments").add(row);
  }

  static ArrayNode comments(ObjectNode cart) {
    return cart.withArrayProperty("_comments").deepCopy();
  }

  /** What goods cost without and with what is negotiated. */
  static void total(ObjectNode cart) {
    ObjectNode quote = of(cart);
    BigDecimal original = BigDecimal.ZERO;
    BigDecimal negotiated = BigDecimal.ZERO;
    for (JsonNode item : cart.path("items")) {
      BigDecimal qty = Row.amount(item, "qty");
      original = original.add(originalPrice(item).multiply(qty));
      negotiated = negotiated.add(Row.amount(item, "price").multiply(qty));
    }
    Row.put(quote, "original_total_price", original, original);
    Row.put(quote, "negotiated_total_price", negotiated, negotiated);
  }

  static BigDecimal originalPrice(JsonNode item) {
    return Row.amount(
        item.path("extension_attributes").path("negotiable_quote_item"), "original_price");
  }
}
