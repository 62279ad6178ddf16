package dev.kontor.engine.capture;

import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Plain;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import tools.jackson.databind.JsonNode;

/**
 * A reading of an order.
 *
 * @param content as its shop shows it
 * @param hash keyed hash of what the target is told about it
 */
record Snapshot(JsonNode content, AtHand.Captured captured, byte[] hash) {

  Order order() {
    return captured.order();
  }

  /** As it is kept. */
  Plain document() {
    return new Plain(
        PayloadClass.DOCUMENT,
        order().customer().matchKey(),
        ModelJson.mapper().writeValueAsBytes(content));
  }
}
