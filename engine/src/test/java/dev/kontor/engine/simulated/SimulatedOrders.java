package dev.kontor.engine.simulated;

import dev.kontor.model.Address;
import dev.kontor.model.Amount;
import dev.kontor.model.Customer;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.OrderState;
import dev.kontor.model.PaymentState;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Orders of one piece at 11.90 with 19 % tax. */
public final class SimulatedOrders {

  private static final Amount PRICE =
      Amount.ofGross(new BigDecimal("11.90"), new BigDecimal("1.90"));
  private static final List<TaxShare> TAXES = List.of(new TaxShare(new BigDecimal("19"), PRICE));
  public static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

  private SimulatedOrders() {}

  public static Order order(String number, String email, String sku) {
    return order(number, email, sku, OrderState.OPEN);
  }

  public static Order order(String number, String email, String sku, OrderState state) {
    return order(number, "customer of " + number, email, sku, state);
  }

  private static Order order(
      String number, String customerId, String email, String sku, OrderState state) {
    Address address = address();
    return new Order(
        "id-" + number,
        number,
        null,
        null,
        "EUR",
        BigDecimal.ONE,
        PriceBasis.GROSS,
        state,
        PaymentState.PAID,
        PLACED,
        guest(customerId, email),
        address,
        address,
        List.of(line(sku)),
        PRICE,
        TAXES,
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        Map.of());
  }

  private static OrderLine line(String sku) {
    return new OrderLine(
        "line",
        null,
        LineKind.GOODS,
        sku,
        "A thing",
        BigDecimal.ONE,
        PRICE.gross(),
        PRICE,
        TAXES,
        Map.of());
  }

  private static Customer guest(String id, String email) {
    return new Customer(
        id,
        null,
        Customer.Kind.PERSON,
        true,
        null,
        null,
        null,
        "Ada",
        "Lovelace",
        email,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        Map.of());
  }

  private static Address address() {
    return new Address(
        null,
        null,
        null,
        null,
        "Ada",
        "Lovelace",
        "Hauptstraße 1",
        null,
        null,
        "10115",
        "Berlin",
        null,
        "DE",
        null,
        Map.of());
  }
}
