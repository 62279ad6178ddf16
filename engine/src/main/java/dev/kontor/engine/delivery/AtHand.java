package dev.kontor.engine.delivery;

import dev.kontor.model.Order;
import dev.kontor.spi.Document;
import tools.jackson.databind.JsonNode;

/** What the work on a lane need not read, as it is still in memory from the step before. */
public sealed interface AtHand {

  /** Nothing. */
  record Nothing() implements AtHand {}

  /** The document that a push brought whole. */
  record Pushed(Document document) implements AtHand {}

  /**
   * An order as it was captured a moment ago.
   *
   * @param content native
   * @param model the same in the model
   */
  record Captured(JsonNode content, JsonNode model, Order order) implements AtHand {}

  Nothing NOTHING = new Nothing();
}
