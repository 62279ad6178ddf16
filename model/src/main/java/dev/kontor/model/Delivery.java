package dev.kontor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of an order. Discounts on shipping are lines, not deliveries.
 *
 * @param id the source's id of the delivery
 * @param method the shop's technical name of the shipping method
 * @param trackingCodes in the order they were added
 */
public record Delivery(
    String id,
    @Nullable String method,
    DeliveryState state,
    @Nullable Address address,
    List<String> trackingCodes) {

  public Delivery {
    trackingCodes = List.copyOf(trackingCodes);
  }
}
