package dev.kontor.proof.simulation;

import dev.kontor.model.Address;
import dev.kontor.model.Amount;
import dev.kontor.model.Customer;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.PaymentState;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Model orders of one line at 11.90 with 19 % tax. */
final class Orders {

  private static final Amount PRICE =
      Amount.ofGross(new BigDecimal("11.90"), new BigDecimal("1.90"));
  private static final List<TaxShare> TAXES = List.of(new TaxShare(new BigDecimal("19"), PRICE));

  private Orders() {}

  static Order order(Shop.Placed placed) {
    return new Order(
        placed.id(),
        String.valueOf(placed.number()),
        null,
        null,
        "EUR",
        BigDecimal.ONE,
        PriceBasis.GROSS,
        placed.state(),
        PaymentState.PAID,
        placed.placedAt(),
        guest(placed),
        ADDRESS,
        ADDRESS,
        List.of(line(placed)),
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

  private static OrderLine line(Shop.Placed placed) {
    return new OrderLine(
        "line",
        null,
        LineKind.GOODS,
        placed.sku(),
        "A thing",
        BigDecimal.valueOf(placed.pieces()),
        PRICE.gross(),
        PRICE,
        TAXES,
        Map.of());
  }

  private static Customer guest(Shop.Placed placed) {
    return new Customer(
        "guest-" + placed.number(),
        null,
        Customer.Kind.PERSON,
        true,
        null,
        null,
        null,
        "Ada",
        "Lovelace",
        placed.email(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        Map.of());
  }

  private static final Address ADDRESS =
      new Address(
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
