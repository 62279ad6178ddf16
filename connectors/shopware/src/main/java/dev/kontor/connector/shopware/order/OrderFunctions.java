package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.MappingFunction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * What {@code shopware/order.in} calls: each takes the whole order document. Those of accounts are
 * what {@code shopware/customer.in} calls, with the whole customer.
 */
public final class OrderFunctions {

  private OrderFunctions() {}

  public static Map<String, MappingFunction> all() {
    return Map.ofEntries(
        entry("lines", OrderLines::of),
        entry("total", OrderTotals::total),
        entry("taxes", OrderTotals::taxes),
        entry("customer", OrderCustomers::of),
        entry("language", OrderCustomers::language),
        entry("billTo", Addresses::billTo),
        entry("shipTo", Addresses::shipTo),
        entry("deliveries", OrderDeliveries::of),
        entry("shippingMethod", OrderDeliveries::method),
        entry("payments", OrderPayments::of),
        entry("refunds", OrderRefunds::of),
        entry("paymentState", OrderPayments::state),
        entry("paymentMethod", OrderPayments::method),
        entry("tags", OrderFunctions::tags),
        entry("extra", Extra::of),
        entry("accountKind", Account::kind),
        entry("accountVatIds", Account::vatIds),
        entry("accountAddress", Account::address),
        entry("accountTaxCountry", Account::taxCountry),
        entry("accountExtra", Account::extra));
  }

  private static Map.Entry<String, MappingFunction> entry(
      String name, Function<JsonNode, @Nullable Object> function) {
    return Map.entry(name, arguments -> json(function.apply(whole(arguments))));
  }

  private static JsonNode whole(List<JsonNode> arguments) {
    if (arguments.isEmpty() || !arguments.getFirst().isObject()) {
      throw Unreadable.field("document", "is missing; pass the whole document with [\"$\"]");
    }
    return arguments.getFirst();
  }

  private static JsonNode json(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : ModelJson.tree(value);
  }

  private static List<String> tags(JsonNode order) {
    return order.path("tags").valueStream().map(tag -> ShopRow.text(tag, "name")).toList();
  }
}
