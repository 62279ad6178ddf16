package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the work on a lane need not read, as it is still in memory from the step before. */
public sealed interface AtHand {

  /** Nothing. */
  record Nothing() implements AtHand {}

  /** The document that a push brought whole. */
  record Pushed(Document document) implements AtHand {}

  /**
   * An order as it was captured a moment ago.
   *
   * @param model as {@link Order} would write it, what follows from other fields included
   */
  record Captured(JsonNode model, Order order) implements AtHand {

    /** Translates a native document. */
    public static Captured of(Translator translator, FlowLine line, JsonNode document) {
      JsonNode model = translator.toModel(line, document);
      Order order = ModelJson.mapper().treeToValue(model, Order.class);
      boolean mapped = line.in() != null;
      return new Captured(mapped ? completed(model, order) : ModelJson.tree(order), order);
    }

    static JsonNode completed(JsonNode model, Order order) {
      String matchKey = order.customer().matchKey();
      if (model instanceof ObjectNode fields
          && fields.get("customer") instanceof ObjectNode customer) {
        fields.put("placedAt", order.placedAt().toString());
        if (matchKey != null) {
          customer.put("matchKey", matchKey);
        }
      }
      return model;
    }
  }

  Nothing NOTHING = new Nothing();
}
