package dev.kontor.app.verify;

import dev.kontor.model.Address;
import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.Payment;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a truth file may state about an order, and where the translated order says it. */
final class Figures {

  /** By the truth file's name of the figure: a number, text, list, map or null. */
  static final Map<String, Function<Order, @Nullable Object>> ALL = all();

  private Figures() {}

  private static Map<String, Function<Order, @Nullable Object>> all() {
    Map<String, Function<Order, @Nullable Object>> figures = new HashMap<>();
    head(figures);
    money(figures);
    kinds(figures);
    people(figures);
    states(figures);
    return Map.copyOf(figures);
  }

  private static void head(Map<String, Function<Order, @Nullable Object>> figures) {
    figures.put("order_number", Order::number);
    figures.put("order_status", o -> lower(o.state()));
    figures.put("currency", Order::currency);
    figures.put("currency_factor", Order::currencyFactor);
    figures.put("tax_status", o -> basis(o.priceBasis()));
    figures.put("customer_note", Order::comment);
  }

  private static void money(Map<String, Function<Order, @Nullable Object>> figures) {
    figures.put("gross_total", o -> o.total().gross());
    figures.put("net_total", o -> o.total().net());
    figures.put("tax_total", o -> o.total().tax());
    figures.put("tax_per_rate", o -> perRate(o.taxes()));
    figures.put("taxed_per_rate", o -> perRate(taxed(o)));
    figures.put("net_per_taxed_rate", o -> netPerRate(taxed(o)));
    figures.put("paid_amount", o -> payment(o, Payment::captured));
    figures.put("refunded_amount", o -> payment(o, Payment::refunded));
    figures.put("transactions", o -> BigDecimal.valueOf(o.payments().size()));
  }

  private static void kinds(Map<String, Function<Order, @Nullable Object>> figures) {
    kind(figures, "goods", o -> sum(o, LineKind.GOODS));
    kind(figures, "custom", o -> sum(o, LineKind.CUSTOM));
    kind(figures, "credit", o -> sum(o, LineKind.CREDIT));
    kind(figures, "shipping", o -> sum(o, LineKind.SHIPPING));
    kind(figures, "discount", o -> sum(o, LineKind.PROMOTION).negated());
    figures.put("goods", o -> of(o, LineKind.GOODS).stream().map(Figures::goods).toList());
    figures.put("goods_lines", o -> count(o, LineKind.GOODS));
    figures.put("custom_lines", o -> count(o, LineKind.CUSTOM));
    figures.put("credit_lines", o -> count(o, LineKind.CREDIT));
    figures.put("promotion_lines", o -> count(o, LineKind.PROMOTION));
    figures.put(
        "goods_quantity",
        o ->
            of(o, LineKind.GOODS).stream()
                .map(OrderLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static void kind(
      Map<String, Function<Order, @Nullable Object>> figures,
      String name,
      Function<Order, Amount> sum) {
    figures.put(name + "_gross", o -> sum.apply(o).gross());
    figures.put(name + "_net", o -> sum.apply(o).net());
    figures.put(name + "_tax", o -> sum.apply(o).tax());
  }

  private static void people(Map<String, Function<Order, @Nullable Object>> figures) {
    figures.put("customer_number", o -> o.customer().number());
    figures.put("customer_email", o -> o.customer().email());
    figures.put("company", o -> o.customer().company());
    figures.put("vat_ids", o -> o.customer().vatIds());
    figures.put("bill_to_country", o -> country(o.billTo()));
    figures.put("ship_to_country", o -> country(o.shipTo()));
  }

  private static void states(Map<String, Function<Order, @Nullable Object>> figures) {
    figures.put("payment_method", Order::paymentMethod);
    figures.put("shipping_method", Order::shippingMethod);
    figures.put("payment_state", o -> lower(o.paymentState()));
    figures.put("deliveries", o -> BigDecimal.valueOf(o.deliveries().size()));
    figures.put(
        "delivery_state",
        o -> o.deliveries().isEmpty() ? null : lower(o.deliveries().getFirst().state()));
    figures.put(
        "tracking_codes",
        o -> o.deliveries().stream().flatMap(d -> d.trackingCodes().stream()).toList());
  }

  private static @Nullable Object payment(
      Order order, Function<Payment, @Nullable BigDecimal> amount) {
    return order.payments().isEmpty() ? BigDecimal.ZERO : amount.apply(order.payments().getLast());
  }

  private static Map<String, BigDecimal> perRate(List<TaxShare> taxes) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    taxes.forEach(
        t ->
            sums.merge(
                t.rate().stripTrailingZeros().toPlainString(), t.amount().tax(), BigDecimal::add));
    return sums;
  }

  private static Map<String, BigDecimal> netPerRate(List<TaxShare> taxes) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    taxes.forEach(
        t ->
            sums.merge(
                t.rate().stripTrailingZeros().toPlainString(), t.amount().net(), BigDecimal::add));
    return sums;
  }

  /** For shops that keep no row of what is untaxed. */
  private static List<TaxShare> taxed(Order order) {
    return order.taxes().stream().filter(t -> t.rate().signum() != 0).toList();
  }

  private static String goods(OrderLine line) {
    return goods(
        String.valueOf(line.sku()), line.quantity(), line.amount().net(), line.amount().tax());
  }

  /** A line of goods in words: pieces, article, net and tax. */
  static String goods(String sku, BigDecimal pieces, BigDecimal net, BigDecimal tax) {
    return plain(pieces) + " " + sku + " net " + plain(net) + " tax " + plain(tax);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static List<OrderLine> of(Order order, LineKind kind) {
    return order.lines().stream().filter(l -> l.kind() == kind).toList();
  }

  private static BigDecimal count(Order order, LineKind kind) {
    return BigDecimal.valueOf(of(order, kind).size());
  }

  private static Amount sum(Order order, LineKind kind) {
    return of(order, kind).stream().map(OrderLine::amount).reduce(Amount.ZERO, Amount::plus);
  }

  private static @Nullable String country(Address address) {
    return address.country();
  }

  private static String basis(PriceBasis basis) {
    return switch (basis) {
      case GROSS -> "gross";
      case NET -> "net";
      case TAX_FREE -> "tax-free";
    };
  }

  private static String lower(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
