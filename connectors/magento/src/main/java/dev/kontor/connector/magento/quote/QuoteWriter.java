package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives buyers the answer to their quotes: a price for all the goods, as the shop takes none for
 * single ones, or that there is none. The quote is looked at before each step, so that an
 * unanswered call does not submit it twice.
 */
public final class QuoteWriter implements Writer {

  /** Type of a negotiated price that is the sum to pay (rest/b2b/negotiable-update.md). */
  static final int PROPOSED_TOTAL = 3;

  private static final int MOST_QUOTES = 10;

  private final MagentoApi api;
  private final MagentoSettings settings;

  public QuoteWriter(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  @Override
  public int maxBatch() {
    return MOST_QUOTES;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return prepareAll(List.of(new Draft(content, model))).getFirst();
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    Map<String, ShopQuote> there = there(drafts);
    List<Prepared> answers = new ArrayList<>();
    for (Draft draft : drafts) {
      try {
        Step step = step(draft.content(), there);
        answers.add(
            step instanceof Step.Contradiction(Fault fault)
                ? new Prepared.Refused(fault)
                : new Prepared.Ready(draft.content(), List.of()));
      } catch (FaultException e) {
        answers.add(new Prepared.Refused(e.fault()));
      }
    }
    return answers;
  }

  private Map<String, ShopQuote> there(List<Draft> drafts) {
    return quotes(drafts.stream().map(draft -> number(draft.content())).toList());
  }

  private Map<String, ShopQuote> quotes(List<String> numbers) {
    Map<String, ShopQuote> quotes = new HashMap<>();
    List<String> ids = numbers.stream().filter(n -> n.matches("[1-9][0-9]{0,8}")).toList();
    new Carts(api)
        .of(ids).stream()
            .map(ShopQuote::new)
            .filter(ShopQuote::isQuote)
            .forEach(quote -> quotes.put(quote.id(), quote));
    return quotes;
  }

  private static String number(JsonNode content) {
    return content.path("number").asString("");
  }

  private Step step(JsonNode content, Map<String, ShopQuote> there) {
    Answer answer = Answer.of(content, settings.zone());
    return Steps.of(answer, there(content, there));
  }

  private static ShopQuote there(JsonNode content, Map<String, ShopQuote> there) {
    @Nullable ShopQuote quote = there.get(number(content));
    if (quote == null) {
      throw new FaultException(
          new Fault.Missing(
              EntityType.QUOTE, number(content), "the quote is not in the shop (any more)"));
    }
    return quote;
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return batch.stream().map(this::write).toList();
  }

  private Outcome write(Write write) {
    if (write.action() != Write.Action.UPDATE) {
      return new Fault.Unsupported("quotes are asked for in the shop; the hub only answers them");
    }
    try {
      JsonNode content = write.content();
      String id = number(content);
      if (!id.equals(write.targetId())) {
        throw wrong("number", "is not the quote that is written to");
      }
      Answer answer = Answer.of(content, settings.zone());
      switch (step(content, quotes(List.of(id)))) {
        case Step.Offer(boolean priced) -> offer(id, answer, priced);
        case Step.Decline _ ->
            api.change("POST", "negotiableQuote/decline", sentence(id, "reason", answer.words()));
        case Step.Stay _ -> {}
        case Step.Contradiction(Fault fault) -> throw new FaultException(fault);
      }
      return new Outcome.Written(id, id, null);
    } catch (FaultException e) {
      return e.fault();
    }
  }

  /** The buyer may have changed it before the price locked it, so it is looked at once more. */
  private void offer(String id, Answer answer, boolean priced) {
    if (!priced) {
      price(id, answer);
      if (Steps.of(answer, there(id)) instanceof Step.Contradiction(Fault fault)) {
        throw new FaultException(fault);
      }
    }
    api.change("POST", "negotiableQuote/submitToCustomer", sentence(id, "comment", answer.words()));
  }

  private ShopQuote there(String id) {
    return there(ModelJson.mapper().createObjectNode().put("number", id), quotes(List.of(id)));
  }

  private void price(String id, Answer answer) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ObjectNode quote =
        body.putObject("quote")
            .put("id", Integer.parseInt(id))
            .putObject("extension_attributes")
            .putObject("negotiable_quote")
            .put("quote_id", Integer.parseInt(id))
            .put("negotiated_price_type", PROPOSED_TOTAL)
            .put("negotiated_price_value", answer.offered());
    if (answer.lastDay() != null) {
      quote.put("expiration_period", answer.lastDay().toString());
    }
    api.change("PUT", "negotiableQuote/" + id, body);
  }

  private static ObjectNode sentence(String id, String name, String words) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("quoteId", Integer.parseInt(id))
        .put(name, words);
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    Map<String, ShopQuote> there = there(drafts);
    return drafts.stream().map(draft -> standing(draft.content(), there)).toList();
  }

  private Standing standing(JsonNode content, Map<String, ShopQuote> there) {
    ShopQuote quote = there.get(number(content));
    if (quote == null) {
      return Standing.ABSENT;
    }
    try {
      Answer answer = Answer.of(content, settings.zone());
      return switch (Steps.of(answer, quote)) {
        case Step.Stay _ -> Standing.SAME;
        case Step.Offer _ -> other(quote, answer.state().name(), text(answer.offered()));
        case Step.Decline _ -> other(quote, answer.state().name(), "");
        case Step.Contradiction(Fault fault) -> new Standing.Incomparable(fault);
      };
    } catch (FaultException e) {
      return new Standing.Incomparable(e.fault());
    }
  }

  private static Standing other(ShopQuote quote, String state, String price) {
    List<Standing.Field> fields = new ArrayList<>();
    fields.add(new Standing.Field("status", state, quote.status()));
    if (!price.equals(text(quote.proposed()))) {
      fields.add(new Standing.Field("price", price, text(quote.proposed())));
    }
    return new Standing.Other(fields, Instant.EPOCH);
  }

  private static String text(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }

  static FaultException wrong(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
