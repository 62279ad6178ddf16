package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.b2b.Credits;
import dev.kontor.twin.magento.cart.Buyer;
import dev.kontor.twin.magento.cart.Cart;
import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.cart.Rule;
import dev.kontor.twin.magento.cart.Setup;
import dev.kontor.twin.magento.cart.Shipping;
import dev.kontor.twin.magento.cart.TaxRules;
import dev.kontor.twin.magento.catalog.Prices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.Reservations;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Places an order as a buyer does. What is asked wrongly is an IllegalArgumentException. */
public final class Checkout {
  private static final String FLAT_RATE = "flatrate_flatrate";
  private static final String FREE = "freeshipping_freeshipping";

  private final Tables tables;
  private final TaxRules taxes;
  private final Prices prices;
  private final Reservations reservations;
  private final Credits credits;
  private Setup setup;

  public Checkout(Tables tables, TaxRules taxes, Reservations reservations, Setup setup) {
    this.tables = tables;
    this.taxes = taxes;
    this.prices = new Prices(tables);
    this.reservations = reservations;
    this.credits = new Credits(tables);
    this.setup = setup;
  }

  /** Holds for orders placed from now on. */
  public void set(Setup other) {
    setup = other;
  }

  public Setup setup() {
    return setup;
  }

  /** The stored order; its shape is that of {@code POST /_twin/shop/orders}. */
  public ObjectNode place(ObjectNode wish) {
    Store store = store(Row.text(wish, "store"));
    Shopper shopper = Shopper.of(tables, wish);
    List<Line> top = new Lines(tables, prices, shopper).of(wish.path("lines"));
    Rule rule = rule(Row.textOrNull(wish, "coupon"));
    boolean virtual = top.stream().allMatch(l -> isVirtual(l.product()));
    String country = Row.text(virtual ? shopper.billing() : shopper.shipping(), "country_id");
    Buyer buyer = new Buyer(country, shopper.taxClass());
    Cart cart = new Cart(top, setup, taxes, buyer, rule);
    String method = virtual ? "" : method(wish);
    Shipping shipping = cart.total(store.rate(), cost(method, wish));
    reservations.check(cart, virtual);
    ObjectNode order = header(store, shopper, rule, virtual);
    new Header(cart.priced(), shipping).write(order);
    credits.check(order, wish.path("payment_method").asString(""), shopper.company());
    quantities(order, top);
    tables.orders().insert(order);
    details(order, shopper, wish, method);
    items(order, cart, shipping);
    shopper.buysFor(order);
    reservations.placed(order);
    credits.purchased(order);
    return order;
  }

  private static Store store(String code) {
    return Store.of(code.isEmpty() ? "default" : code)
        .orElseThrow(() -> new IllegalArgumentException("store " + code + ": use default or us"));
  }

  private static @Nullable Rule rule(@Nullable String coupon) {
    return coupon == null
        ? null
        : Rule.of(coupon)
            .orElseThrow(() -> new IllegalArgumentException("coupon " + coupon + " is none"));
  }

  private static String method(JsonNode wish) {
    String method = wish.path("shipping_method").asString(FLAT_RATE);
    if (!method.equals(FLAT_RATE) && !method.equals(FREE)) {
      throw new IllegalArgumentException("shipping_method: use " + FLAT_RATE + " or " + FREE);
    }
    return method;
  }

  private BigDecimal cost(String method, JsonNode wish) {
    if (wish.has("_shipping_price")) {
      return Row.amount(wish, "_shipping_price");
    }
    return method.equals(FLAT_RATE) ? setup.shippingPrice() : BigDecimal.ZERO;
  }

  private static boolean isVirtual(ObjectNode product) {
    return Row.text(product, "type_id").equals("virtual");
  }

  private ObjectNode header(Store store, Shopper shopper, @Nullable Rule rule, boolean virtual) {
    String now = tables.now();
    ObjectNode order =
        Json.object()
            .put("state", "new")
            .put("status", "pending")
            .put("store_id", store.id())
            .put("store_name", store.fullName())
            .put("increment_id", Numbers.next(tables, "order", store.id()))
            .put("created_at", now)
            .put("updated_at", now)
            .put("base_currency_code", Store.BASE_CURRENCY)
            .put("global_currency_code", Store.BASE_CURRENCY)
            .put("store_currency_code", Store.BASE_CURRENCY)
            .put("order_currency_code", store.currency())
            .put("base_to_global_rate", 1)
            .put("store_to_base_rate", 0)
            .put("store_to_order_rate", 0)
            .put("is_virtual", virtual ? 1 : 0)
            .put("email_sent", 1)
            .put("customer_note_notify", 1)
            .put("remote_ip", "127.0.0.1")
            .put("protect_code", Ids.hex());
    Row.put(order, "base_to_order_rate", store.rate());
    shopper.write(order);
    if (rule != null) {
      order.put("coupon_code", rule.coupon()).put("discount_description", rule.name());
      order.put("applied_rule_ids", rule.id());
    }
    return order;
  }

  private static void quantities(ObjectNode order, List<Line> top) {
    BigDecimal pieces = BigDecimal.ZERO;
    BigDecimal weight = BigDecimal.ZERO;
    for (Line line : top) {
      pieces = pieces.add(line.qty());
      weight = weight.add(line.weight().multiply(line.qty()));
    }
    order.put("total_item_count", pieces(top));
    Row.put(order, "total_qty_ordered", pieces);
    Row.put(order, "weight", weight);
  }

  /** What is counted as items: a bundle by its parts. */
  private static long pieces(List<Line> top) {
    return top.stream().mapToLong(l -> Math.max(1, l.children().size())).sum();
  }

  private void details(ObjectNode order, Shopper shopper, JsonNode wish, String method) {
    order.put("quote_id", cart(order, wish));
    AddressRows addresses = new AddressRows(tables);
    ObjectNode shipping = order.putObject("_shipping");
    if (!method.isEmpty()) {
      shipping.set(
          "address", addresses.row(order, "shipping", shopper.shipping(), shopper.email()));
      shipping.put("method", method);
      order.put(
          "shipping_description",
          method.equals(FREE) ? "Free Shipping - Free" : "DHL - Paketversand");
    }
    ObjectNode billing = addresses.row(order, "billing", shopper.billing(), shopper.email());
    order.set("_billing", billing);
    order.put("billing_address_id", Row.number(billing, "entity_id"));
    payment(order, wish);
    if (wish.hasNonNull("note")) {
      note(order, Row.text(wish, "note"));
    }
  }

  /** A quote's, else one of its own. */
  private long cart(ObjectNode order, JsonNode wish) {
    if (wish.has("_quote_id")) {
      return Row.number(wish, "_quote_id");
    }
    ObjectNode cart = Json.object().put("is_active", false);
    for (String field : List.of("created_at", "updated_at", "store_id")) {
      cart.set(field, order.path(field));
    }
    return Row.number(tables.carts().insert(cart), "id");
  }

  // The buyer's note is also the first comment, which nobody is notified of.
  private void note(ObjectNode order, String note) {
    order.put("customer_note", note).put("customer_note_notify", 0);
    tables
        .histories()
        .insert(
            Json.object()
                .put("comment", note)
                .put("created_at", Row.text(order, "created_at"))
                .put("entity_name", "order")
                .put("is_customer_notified", 0)
                .put("is_visible_on_front", 0)
                .put("parent_id", Row.number(order, "entity_id"))
                .put("status", Row.text(order, "status")));
  }

  private void payment(ObjectNode order, JsonNode wish) {
    boolean free = Row.amount(order, "grand_total").signum() == 0;
    String method = free ? "free" : wish.path("payment_method").asString("checkmo");
    if (!Payments.knows(method)) {
      throw new IllegalArgumentException(
          "payment_method: use checkmo, banktransfer, purchaseorder or companycredit");
    }
    ObjectNode payment =
        Json.object()
            .putNull("account_status")
            .putNull("cc_last4")
            .put("method", method)
            .put("entity_id", tables.next("payment"))
            .put("parent_id", Row.number(order, "entity_id"));
    payment.set("additional_information", Payments.values(method));
    for (String prefix : List.of("", "base_")) {
      payment.set(prefix + "amount_ordered", order.path(prefix + "total_due"));
      payment.set(prefix + "shipping_amount", order.path(prefix + "shipping_amount"));
    }
    if (wish.hasNonNull("po_number")) {
      payment.put("po_number", Row.text(wish, "po_number"));
    }
    order.set("_payment", payment);
  }

  private void items(ObjectNode order, Cart cart, Shipping shipping) {
    ItemRows rows = new ItemRows(tables);
    TaxDetails details = new TaxDetails(tables);
    ObjectNode whole = null;
    for (Line line : cart.lines().toList()) {
      boolean part = cart.isPart(line);
      ObjectNode row = rows.insert(order, line, part ? whole : null);
      row.putObject("extension_attributes").putArray("itemized_taxes");
      details.add(row, line);
      whole = part ? whole : row;
    }
    details.add(shipping);
    ObjectNode extension = order.putObject("_ext");
    extension.set(
        "payment_additional_info", Payments.pairs(Row.text(order.path("_payment"), "method")));
    details.write(order, extension);
  }
}
