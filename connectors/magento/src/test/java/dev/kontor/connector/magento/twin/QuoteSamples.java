package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Offers for new quotes. */
final class QuoteSamples implements Samples {

  private final TwinShop shop;
  private final TwinQuotes quotes;
  private int offers;

  QuoteSamples(TwinShop shop, TwinQuotes quotes) {
    this.shop = shop;
    this.quotes = quotes;
  }

  @Override
  public Sample right(Write.Action action) {
    return sample(action, "OFFERED", "Unser Angebot " + ++offers, "");
  }

  @Override
  public Sample wrong(Write.Action action) {
    return sample(action, "PROMISED", "", "state");
  }

  @Override
  public Optional<Sample> awkward(Write.Action action, String text) {
    return Optional.of(sample(action, "OFFERED", text, ""));
  }

  private Sample sample(Write.Action action, String state, String words, String field) {
    shop.clock.advance(Duration.ofHours(1));
    Placed quote = quotes.asked("Bitte 5 %");
    JsonNode content = answer(quote, state, "700.00", words);
    return new Sample(
        new Write("offer-" + quote.id(), action, quote.id(), quote.id(), content), field);
  }

  static ObjectNode answer(Placed quote, String state, String offered, String words) {
    ObjectNode content =
        ModelJson.mapper()
            .createObjectNode()
            .put("number", quote.number())
            .put("state", state)
            .put("offered", offered)
            .put("comment", words);
    content.set(
        "lines",
        ModelJson.parse(
            """
            [{"sku": "KOCHER-F1", "quantity": "20"}, {"sku": "GAS-230", "quantity": "10"}]"""));
    return content;
  }

  /** How often the buyer was told. */
  @Override
  public int effects(Sample sample) {
    String id = String.valueOf(sample.write().targetId());
    String words = sample.write().content().path("comment").asString("");
    return (int)
        quotes
            .truth(id)
            .path("comments")
            .valueStream()
            .filter(comment -> comment.path("comment").asString().equals(words))
            .count();
  }
}
