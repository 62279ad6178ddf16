package dev.kontor.connector.magento.order;

import static dev.kontor.connector.magento.order.Text.text;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.MappingFunction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/**
 * What {@code magento/order.in} and {@code magento/customer.in} call: each takes the whole order
 * and the connection's settings.
 */
public final class OrderFunctions {

  private OrderFunctions() {}

  public static Map<String, MappingFunction> all() {
    return Map.ofEntries(
        entry("lines", OrderLines::of),
        entry("total", OrderTotals::total),
        entry("taxes", OrderTotals::taxes),
        entry("currency", order -> order.money().currency()),
        entry("currencyFactor", OrderFunctions::factor),
        entry("priceBasis", Basis::of),
        entry("placedAt", order -> ShopTime.of(order.json(), "created_at")),
        entry("customer", Buyer::of),
        entry("billTo", Addresses::billTo),
        entry("shipTo", Addresses::shipTo),
        entry("deliveries", Deliveries::of),
        entry("shippingMethod", Deliveries::method),
        entry("payments", Payments::of),
        entry("refunds", Refunds::of),
        entry("paymentState", Payments::state),
        entry("paymentMethod", Payments::method),
        entry("tags", OrderFunctions::tags),
        entry("extra", OrderFunctions::extra));
  }

  private static Map.Entry<String, MappingFunction> entry(
      String name, Function<ShopOrder, @Nullable Object> function) {
    return Map.entry(name, arguments -> json(function.apply(order(arguments))));
  }

  private static ShopOrder order(List<JsonNode> arguments) {
    if (arguments.isEmpty() || !arguments.getFirst().isObject()) {
      throw Unreadable.field("document", "is missing; pass the order with [\"$\", \"$settings\"]");
    }
    JsonNode settings = arguments.size() > 1 ? arguments.get(1) : MissingNode.getInstance();
    return ShopOrder.of(arguments.getFirst(), settings);
  }

  private static JsonNode json(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : ModelJson.tree(value);
  }

  /** Units of the order's currency per unit of the base currency, as it was then. */
  private static BigDecimal factor(ShopOrder order) {
    JsonNode rate = order.json().path("base_to_order_rate");
    return order.terms().base() || !rate.isNumber() ? BigDecimal.ONE : rate.decimalValue();
  }

  /** State and status, so that a flow can leave out what is on hold or under review. */
  private static Set<String> tags(ShopOrder order) {
    Set<String> tags = new LinkedHashSet<>();
    Stream.of("state", "status")
        .flatMap(field -> Stream.ofNullable(text(order.json().path(field))))
        .forEach(tags::add);
    return tags;
  }

  /** What overlays may want besides, and an order that another took the place of. */
  private static Map<String, Map<String, JsonNode>> extra(ShopOrder order) {
    Map<String, JsonNode> values = new HashMap<>();
    for (String field :
        List.of(
            "store_id",
            "coupon_code",
            "discount_description",
            "ext_order_id",
            "relation_parent_real_id",
            "relation_child_real_id")) {
      put(values, field, order.json().path(field));
    }
    put(values, "po_number", order.json().path("payment").path("po_number"));
    put(
        values,
        "company_id",
        order.attributes().path("company_order_attributes").path("company_id"));
    put(values, "quote_id", order.json().path("negotiable_quote").path("quote_id"));
    put(values, "quote_name", order.json().path("negotiable_quote").path("quote_name"));
    return values.isEmpty() ? Map.of() : Map.of("magento", Map.copyOf(values));
  }

  private static void put(Map<String, JsonNode> values, String name, JsonNode value) {
    if (text(value) != null) {
      values.put(name, value);
    }
  }
}
