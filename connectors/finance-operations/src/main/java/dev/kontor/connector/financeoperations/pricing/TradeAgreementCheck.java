package dev.kontor.connector.financeoperations.pricing;

import dev.kontor.kit.cases.KnownCases;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the engine with cases of known prices, in the form of
 * finance-operations/pricing-examples.json: {@code defaults} and {@code examples}.
 */
public final class TradeAgreementCheck {

  private TradeAgreementCheck() {}

  /**
   * One result per case; a case that cannot be read is different, with the reason as detail.
   *
   * @throws IllegalArgumentException if the file has no cases
   */
  public static List<KnownCases.Result> run(JsonNode file) {
    JsonNode examples = file.path("examples");
    if (!examples.isArray()) {
      throw new IllegalArgumentException(
          "the file has no examples; it must be a JSON object with defaults and examples");
    }
    ArrayNode cases = JsonNodeFactory.instance.arrayNode();
    examples.forEach(example -> cases.add(withDefaults(example, file.path("defaults"))));
    return KnownCases.run(
        cases,
        example -> {
          OrderCase read = OrderCase.of(example);
          return json(new PriceEngine(read.parameters()).price(read.order(), read.book()));
        });
  }

  private static JsonNode withDefaults(JsonNode example, JsonNode defaults) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    example.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
    for (String name : List.of("params", "customer", "items")) {
      ObjectNode merged = JsonNodeFactory.instance.objectNode();
      defaults.path(name).properties().forEach(f -> merged.set(f.getKey(), f.getValue()));
      example.path(name).properties().forEach(f -> merged.set(f.getKey(), f.getValue()));
      whole.set(name, merged);
    }
    return whole.set("expected", example.path("expect"));
  }

  private static JsonNode json(PricedOrder priced) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    ArrayNode lines = order.putArray("lines");
    priced
        .lines()
        .forEach(
            line ->
                lines
                    .addObject()
                    .put("price", line.price())
                    .put("price_unit", line.priceUnit())
                    .put("source", line.source())
                    .put("line_percent", line.lineDiscount().percent())
                    .put("line_amount_per_price_unit", line.lineDiscount().amount())
                    .put("multiline_percent", line.multilineDiscount().percent())
                    .put("multiline_amount_per_price_unit", line.multilineDiscount().amount())
                    .put("fixed_charges", line.fixedCharges())
                    .put("line_amount", line.lineAmount()));
    return order
        .put("total_discount_base", priced.totalDiscountBase())
        .put("total_discount", priced.totalDiscount())
        .put("order_net", priced.net());
  }
}
