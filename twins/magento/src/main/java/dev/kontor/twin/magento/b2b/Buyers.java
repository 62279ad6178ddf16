package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.catalog.Prices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What buyers do with quotes in the storefront, and people with them in the administration. Prices
 * are taken for net. What is asked wrongly is an IllegalArgumentException.
 */
public final class Buyers {
  private final Tables tables;
  private final Members members;
  private final UnaryOperator<ObjectNode> checkout;
  private final Prices prices;
  private final Quotes quotes;
  private final SharedCatalogues catalogues;

  /**
   * @param checkout places an order as a buyer does
   */
  public Buyers(Tables tables, Members members, UnaryOperator<ObjectNode> checkout) {
    this.tables = tables;
    this.members = members;
    this.checkout = checkout;
    this.prices = new Prices(tables);
    this.quotes = new Quotes(tables);
    this.catalogues = new SharedCatalogues(tables);
  }

  /** {@code {customer: {id}, name, comment?, lines: [{sku, qty}]}}. */
  public ObjectNode request(JsonNode wish) {
    ObjectNode customer = tables.customers().get(Row.number(wish.path("customer"), "id"));
    if (members.company(customer).isEmpty()) {
      throw new IllegalArgumentException("quotes are for customers of a company");
    }
    ObjectNode cart =
        Json.object()
            .put("created_at", tables.now())
            .put("updated_at", tables.now())
            .put("is_active", true)
            .put("is_virtual", false)
            .put("customer_is_guest", false)
            .put("store_id", 1);
    cart.set("customer", Row.shown(customer));
    cart.putObject("currency")
        .put("global_currency_code", "EUR")
        .put("base_currency_code", "EUR")
        .put("store_currency_code", "EUR")
        .put("quote_currency_code", "EUR");
    tables.carts().insert(cart);
    fill(cart, wish.path("lines"));
    String name = wish.path("name").asString("Anfrage");
    quotes.request(cart, name, Row.text(wish, "comment"), Row.number(customer, "id"));
    Quotes.total(cart);
    return cart;
  }

  private void fill(ObjectNode cart, JsonNode lines) {
    long group = Row.number(cart.path("customer"), "group_id");
    ArrayNode items = cart.putArray("items");
    BigDecimal pieces = BigDecimal.ZERO;
    for (JsonNode line : lines) {
      String sku = Row.text(line, "sku");
      ObjectNode product =
          tables
              .products()
              .named("sku", sku)
              .filter(p -> !p.has("_parent") && !p.has("_bundle"))
              .orElseThrow(() -> new IllegalArgumentException("sku " + sku + " is no product"));
      catalogues.check(product, members.company(cart.path("customer")).orElse(null));
      BigDecimal qty = new BigDecimal(line.path("qty").asString("1"));
      BigDecimal price = prices.of(product, group, qty);
      ObjectNode item =
          items
              .addObject()
              .put("item_id", tables.next("quote_item"))
              .put("sku", Row.text(product, "sku"))
              .put("name", Row.text(product, "name"))
              .put("product_type", "simple")
              .put("quote_id", String.valueOf(Row.number(cart, "id")));
      Row.put(item, "qty", qty);
      Row.put(item, "price", price);
      ObjectNode own =
          item.putObject("extension_attributes")
              .putObject("negotiable_quote_item")
              .put("item_id", Row.number(item, "item_id"))
              .put("original_tax_amount", 0)
              .put("original_discount_amount", 0);
      Row.put(own, "original_price", price);
      pieces = pieces.add(qty);
    }
    cart.put("items_count", items.size());
    Row.put(cart, "items_qty", pieces);
  }

  /** {@code {quote_id, action, lines?, comment?}}; other actions are {@link #order}'s. */
  public ObjectNode act(JsonNode wish) {
    ObjectNode cart = quote(wish);
    switch (Row.text(wish, "action")) {
      case "look" -> turn(cart, Quotes.AT_ADMIN, Quotes.SELLERS_TURN);
      case "change" -> {
        turn(cart, Quotes.CREATED, Set.of(Quotes.CREATED));
        fill(cart, wish.path("lines"));
        Quotes.total(cart);
      }
      case "open" -> turn(cart, Quotes.AT_CUSTOMER, Set.of(Quotes.BY_ADMIN));
      case "answer" -> {
        turn(cart, Quotes.BY_CUSTOMER, Set.of(Quotes.BY_ADMIN, Quotes.AT_CUSTOMER));
        if (wish.has("lines")) {
          fill(cart, wish.path("lines"));
          Negotiated.remove(cart);
        }
      }
      case "close" -> turn(cart, Quotes.CLOSED, Set.of(Quotes.CREATED, Quotes.BY_ADMIN));
      default ->
          throw new IllegalArgumentException("action: use look, change, open, answer or close");
    }
    quotes.comment(cart, Quotes.BUYER, Row.textOrNull(wish, "comment"), false);
    return cart;
  }

  private ObjectNode quote(JsonNode wish) {
    return quotes
        .find(Row.number(wish, "quote_id"))
        .orElseThrow(() -> new IllegalArgumentException("quote_id names no quote"));
  }

  private void turn(ObjectNode cart, String to, Set<String> from) {
    String state = Row.text(Quotes.of(cart), "status");
    if (!from.contains(state)) {
      throw new IllegalArgumentException("not while the quote is " + state);
    }
    quotes.move(cart, to);
  }

  /**
   * Buys what a quote holds: an offer at its prices, a declined or expired one at the ordinary
   * ones; {@code {quote_id, payment_method?, po_number?, shipping_method?}}.
   */
  public ObjectNode order(ObjectNode wish) {
    ObjectNode cart = quote(wish);
    ObjectNode quote = Quotes.of(cart);
    boolean offered = Quotes.is(quote, Quotes.BY_ADMIN) || Quotes.is(quote, Quotes.AT_CUSTOMER);
    if (!offered && !Quotes.is(quote, Quotes.DECLINED) && !Quotes.is(quote, Quotes.EXPIRED)) {
      throw new IllegalArgumentException("not while the quote is " + Row.text(quote, "status"));
    }
    ObjectNode order = wish.deepCopy();
    order.put("_quote_id", Row.number(cart, "id"));
    order.putObject("customer").set("id", cart.path("customer").path("id"));
    ArrayNode lines = order.putArray("lines");
    for (JsonNode item : cart.path("items")) {
      ObjectNode line = lines.addObject();
      line.set("sku", item.path("sku"));
      line.set("qty", item.path("qty"));
      if (offered) {
        line.set("_price", item.path("price"));
      }
    }
    if (offered && quote.hasNonNull("shipping_price")) {
      order.set("_shipping_price", quote.path("shipping_price"));
    }
    ObjectNode placed = checkout.apply(order);
    quotes.move(cart, Quotes.ORDERED);
    cart.put("is_active", false);
    return placed;
  }
}
