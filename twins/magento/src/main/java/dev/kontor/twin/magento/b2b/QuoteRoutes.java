package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Kind;
import dev.kontor.twin.magento.search.Search;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a seller does with quotes ({@code rest/b2b/negotiable-manage.md}, {@code
 * negotiable-update.md}), and carts, which quotes are read as.
 */
public final class QuoteRoutes {
  private static final String CART = "quote-data-cart-interface";

  private final Tables tables;
  private final Types types;
  private final Quotes quotes;

  public QuoteRoutes(Tables tables, Types types) {
    this.tables = tables;
    this.types = types;
    this.quotes = new Quotes(tables);
  }

  public void into(Routes routes) {
    Param id = Param.required("quoteId", "int");
    Param files = Param.optional("files", "negotiable-quote-data-attachment-content-interface[]");
    routes
        .on("GET /V1/carts/search", this::carts, Param.criteria())
        .on("GET /V1/carts/:cartId", r -> shown(tables.carts().get(r.id("cartId"))))
        .on("PUT /V1/negotiableQuote/:quoteId", this::update, Param.required("quote", CART))
        .on("GET /V1/negotiableQuote/:quoteId/comments", this::comments)
        .on(
            "POST /V1/negotiableQuote/submitToCustomer",
            this::submit,
            id,
            Param.optional("comment", "string"),
            files)
        .on(
            "POST /V1/negotiableQuote/decline",
            this::decline,
            id,
            Param.required("reason", "string"));
  }

  private JsonNode carts(Request request) {
    Map<String, Kind> kinds = new HashMap<>(Columns.kinds(types.of(CART)));
    kinds.put("entity_id", Kind.NUMBER);
    Columns columns =
        new Columns(
            kinds,
            (row, field) -> row.get(field.equals("entity_id") ? "id" : field),
            field -> ApiError.internal());
    return Search.page(request.criteria(), columns, tables.carts().all(), this::shown);
  }

  private JsonNode shown(ObjectNode cart) {
    return Row.shown(quotes.aged(cart));
  }

  private ObjectNode quote(long id) {
    return quotes
        .find(id)
        .orElseThrow(
            () -> ApiError.named(404, "No such entity with %fieldName", "fieldName", "id"));
  }

  private ObjectNode sellers(long id) {
    ObjectNode cart = quote(id);
    if (!Quotes.SELLERS_TURN.contains(Row.text(Quotes.of(cart), "status"))) {
      throw ApiError.of(400, "The quote is locked and cannot be changed by the seller.");
    }
    return cart;
  }

  /** Answers with an empty list. */
  private JsonNode update(Request request) {
    JsonNode sent = request.param("quote");
    ObjectNode cart = sellers(request.id("quoteId"));
    if (sent.hasNonNull("id") && Row.number(sent, "id") != Row.number(cart, "id")) {
      throw ApiError.of(400, "The quote's id differs from that of the address.");
    }
    items(sent.path("items"));
    JsonNode given = sent.path("extension_attributes").path("negotiable_quote");
    expiration(given);
    ObjectNode quote = Quotes.of(cart);
    price(cart, given);
    for (String field : List.of("shipping_price", "expiration_period", "quote_name")) {
      given.optional(field).ifPresent(value -> quote.set(field, value));
    }
    quotes.move(cart, Quotes.AT_ADMIN);
    return Json.array();
  }

  private static void items(JsonNode items) {
    if (!items.isEmpty()) {
      boolean priced =
          items
              .valueStream()
              .map(i -> i.path("extension_attributes").path("negotiable_quote_item"))
              .anyMatch(i -> i.path("extension_attributes").has("negotiated_price_value"));
      throw ApiError.of(
          400,
          priced
              ? "You cannot negotiate prices on individual items."
              : "The twin does not simulate changed items.");
    }
  }

  private void expiration(JsonNode given) {
    if (given.hasNonNull("expiration_period")) {
      String day = Row.text(given, "expiration_period");
      boolean isDay = day.matches("\\d{4}-\\d{2}-\\d{2}");
      if (!isDay || day.compareTo(tables.now().substring(0, day.length())) < 0) {
        throw ApiError.named(
            400, "Invalid value of \"%fieldName\".", "fieldName", "expiration_period");
      }
    }
  }

  private static void price(ObjectNode cart, JsonNode given) {
    if (!given.hasNonNull("negotiated_price_type")) {
      return;
    }
    ObjectNode quote = Quotes.of(cart);
    int type = (int) Row.number(given, "negotiated_price_type");
    BigDecimal value = Row.amount(given, "negotiated_price_value");
    BigDecimal original = Row.amount(quote, "original_total_price");
    Negotiated.spread(cart, original, Negotiated.total(original, type, value));
    quote.put("negotiated_price_type", type);
    Row.put(quote, "negotiated_price_value", value);
  }

  private JsonNode comments(Request request) {
    return Quotes.comments(quote(request.id("quoteId")));
  }

  private JsonNode submit(Request request) {
    ObjectNode cart = sellers(request.param("quoteId").asLong());
    quotes.comment(cart, Quotes.SELLER, request.param("comment").asString(""), false);
    quotes.move(cart, Quotes.BY_ADMIN);
    return BooleanNode.TRUE;
  }

  /** All custom prices go. */
  private JsonNode decline(Request request) {
    ObjectNode cart = sellers(request.param("quoteId").asLong());
    quotes.comment(cart, Quotes.SELLER, request.param("reason").asString(""), true);
    Negotiated.remove(cart);
    quotes.move(cart, Quotes.DECLINED);
    return BooleanNode.TRUE;
  }
}
