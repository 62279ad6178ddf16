package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of an order. Discounts on shipping are lines, not deliveries.
 *
 * @param id the source's id of the delivery
 * @param method the shop's technical name of the shipping method
 * @param trackingCodes in the order they were added
 * @param lines what it consists of; empty if the source does not say
 * @param told whether the source shows nothing but what the ERP itself said it had shipped
 */
public record Delivery(
    String id,
    @Nullable String method,
    DeliveryState state,
    @Nullable Address address,
    List<String> trackingCodes,
    List<Line> lines,
    boolean told) {

  /**
   * Pieces of one line of the order.
   *
   * @param orderLine id of the line
   */
  public record Line(String orderLine, BigDecimal quantity) {}

  public Delivery {
    trackingCodes = List.copyOf(trackingCodes);
    lines = List.copyOf(Objects.requireNonNullElse(lines, List.of()));
  }

  /** Of which no more is known. */
  public Delivery(
      String id,
      @Nullable String method,
      DeliveryState state,
      @Nullable Address address,
      List<String> trackingCodes) {
    this(id, method, state, address, trackingCodes, List.of(), false);
  }

  /** Whether its goods have left, whatever came back of them. */
  public boolean hasLeft() {
    return switch (state) {
      case SHIPPED, RETURNED_PARTIALLY, RETURNED -> true;
      case OPEN, SHIPPED_PARTIALLY, CANCELLED -> false;
    };
  }
}
