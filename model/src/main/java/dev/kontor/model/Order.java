package dev.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A shop order as the shop states it; every amount is in {@code currency}.
 *
 * @param id the shop's technical id
 * @param number the number the buyer knows
 * @param channel the shop's technical id or name of the sales channel
 * @param currency ISO 4217 code of all amounts (what the buyer saw)
 * @param currencyFactor units of {@code currency} per unit of the shop's own currency at order time
 * @param placedAt when the order was placed, by the shop's clock
 * @param total of the whole order, shipping included
 * @param taxes the total split by rate as the shop calculated it
 * @param deliveries without discount-only deliveries; the first is the main one
 * @param payments oldest first
 * @param refunds oldest first; none if the shop tells of none
 */
public record Order(
    String id,
    String number,
    @Nullable String channel,
    @Nullable String language,
    String currency,
    BigDecimal currencyFactor,
    PriceBasis priceBasis,
    OrderState state,
    PaymentState paymentState,
    Instant placedAt,
    Customer customer,
    Address billTo,
    Address shipTo,
    List<OrderLine> lines,
    Amount total,
    List<TaxShare> taxes,
    List<Delivery> deliveries,
    List<Payment> payments,
    List<Refund> refunds,
    @Nullable String shippingMethod,
    @Nullable String paymentMethod,
    @Nullable String comment,
    List<String> tags,
    Map<String, Map<String, JsonNode>> extra) {

  public Order {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    deliveries = List.copyOf(deliveries);
    payments = List.copyOf(payments);
    refunds = List.copyOf(Objects.requireNonNullElse(refunds, List.of()));
    tags = List.copyOf(tags);
    extra = Map.copyOf(extra);
  }
}
