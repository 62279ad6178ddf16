package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Order;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the settings say of an order: where it ships from, how, and how it is paid. */
record OrderTerms(FnoSettings settings, InstantSource clock) {

  private static final Map<String, String> PLAIN =
      Map.of(
          "site", "DefaultShippingSiteId",
          "warehouse", "DefaultShippingWarehouseId",
          "orderOrigin", "SalesOrderOriginCode",
          "orderPool", "SalesOrderPoolId");

  void put(ObjectNode header, Order order) {
    PLAIN.forEach(
        (setting, field) ->
            settings.optional(setting).ifPresent(value -> header.put(field, value)));
    JsonNode shipping =
        settings.table("shippingMethods").entry("shippingMethod", order.shippingMethod());
    put(header, "DeliveryModeCode", shipping, "mode");
    put(header, "DeliveryTermsCode", shipping, "terms");
    JsonNode payment =
        settings.table("paymentMethods").entry("paymentMethod", order.paymentMethod());
    put(header, "PaymentTermsName", payment, "terms");
    put(header, "CustomerPaymentMethodName", payment, "method");
    header.put("RequestedShippingDate", Row.noon(day(order)));
  }

  /** The day of the order, in the company's zone; never one that is over. */
  private LocalDate day(Order order) {
    LocalDate placed = LocalDate.ofInstant(order.placedAt(), settings.zone());
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    return placed.isBefore(today) ? today : placed;
  }

  private static void put(ObjectNode header, String field, JsonNode entry, String part) {
    String value = Row.text(entry, part);
    if (!value.isEmpty()) {
      header.put(field, value);
    }
  }
}
