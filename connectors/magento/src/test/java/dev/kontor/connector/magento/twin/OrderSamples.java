package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ERP's number, told to orders. */
final class OrderSamples implements Samples {

  private final TwinShop shop;
  private int effects;

  OrderSamples(TwinShop shop) {
    this.shop = shop;
  }

  @Override
  public Sample right(Write.Action action) {
    String number = "SO-" + ++effects;
    return sample(action, "ERP order " + number, number, "");
  }

  @Override
  public Sample wrong(Write.Action action) {
    return sample(action, "ERP order", "SO-" + "0".repeat(30), "extOrderId");
  }

  @Override
  public Optional<Sample> awkward(Write.Action action, String text) {
    return Optional.of(sample(action, text, "SO-" + ++effects, ""));
  }

  private Sample sample(Write.Action action, String comment, String number, String field) {
    Placed placed = shop.later();
    ObjectNode content =
        ModelJson.mapper().createObjectNode().put("comment", comment).put("extOrderId", number);
    String key = "effect-" + effects + field;
    return new Sample(new Write(key, action, placed.number(), placed.id(), content), field);
  }

  /** One of the two is enough where an answer was lost: the call after it did not come. */
  @Override
  public int effects(Sample sample) {
    JsonNode order = shop.truth(String.valueOf(sample.write().targetId()));
    JsonNode content = sample.write().content();
    long comments =
        order.path("comments").valueStream().filter(c -> c.equals(content.path("comment"))).count();
    boolean numbered = order.path("ext_order_id").equals(content.path("extOrderId"));
    return Math.max((int) comments, numbered ? 1 : 0);
  }
}
