package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.customer.CustomerReader;
import dev.kontor.connector.financeoperations.entry.Stepped;
import dev.kontor.connector.financeoperations.entry.SteppedEntry;
import dev.kontor.model.Quote;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Enters quotations, and changes their lines while nobody has offered anything. What they cost is
 * Finance & Operations' and its sellers' word. Nothing keeps two from bearing one reference, so
 * each is looked for before it is entered: one of an earlier call is gone on with.
 */
public final class QuoteWriter implements Writer {

  private final Quotations quotations;
  private final QuotePreparation preparation;

  public QuoteWriter(FnoSettings settings, FnoApi api, CustomerReader customers) {
    this.quotations = new Quotations(settings, api);
    this.preparation = new QuotePreparation(settings, api, customers);
  }

  /** One: a quotation is several calls, and a refused one says nothing about others. */
  @Override
  public int maxBatch() {
    return 1;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return preparation.prepare(content, model);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return batch.stream().map(this::outcome).toList();
  }

  private Outcome outcome(Write write) {
    try {
      return switch (write.action()) {
        case CREATE -> created(write);
        case UPDATE -> level(write, String.valueOf(write.targetId()));
        case DELETE ->
            new Fault.Unsupported(
                "quotations are never deleted; cancel them in Finance & Operations");
      };
    } catch (FaultException e) {
      return e.fault();
    }
  }

  private Outcome created(Write write) {
    List<JsonNode> there = quotations.about(write.reference());
    if (there.size() > 1) {
      return new Fault.Ambiguous(
          there.size()
              + " quotations are of quote "
              + write.reference()
              + ": "
              + String.join(", ", there.stream().map(QuoteWriter::number).toList())
              + "; cancel all but one and clear its reference");
    }
    return there.isEmpty()
        ? new SteppedEntry(new Begun(write)).enter()
        : level(write, number(there.getFirst()));
  }

  private static String number(JsonNode header) {
    return Row.text(header, Quotations.NUMBER);
  }

  private Outcome level(Write write, String number) {
    Optional<JsonNode> header = quotations.one(number);
    if (header.isEmpty()) {
      return new Fault.Invalid(
          Quotations.NUMBER, "quotation " + number + " does not exist any more", null);
    }
    QuoteLines lines = new QuoteLines(quotations.lines(number), write.content());
    boolean asks = Row.text(write.content(), QuotePreparation.STATE).equals(asked());
    if (asks && lines.differ()) {
      String status = Row.text(header.get(), Quotations.STATUS);
      if (!QuoteStates.isUntouched(status)) {
        return new Fault.Invalid(
            Quotations.STATUS,
            "quotation "
                + number
                + " is "
                + status
                + " in Finance & Operations; change it there by hand",
            null);
      }
      lines.level(quotations, number);
    }
    return new Outcome.Written(number, number, null);
  }

  private static String asked() {
    return Quote.State.REQUESTED.name();
  }

  private final class Begun implements Stepped {

    private final Write write;

    Begun(Write write) {
      this.write = write;
    }

    @Override
    public String kind() {
      return "quotation";
    }

    @Override
    public JsonNode begin() {
      return quotations.begin(write.content(), write.reference());
    }

    @Override
    public String number(JsonNode header) {
      return QuoteWriter.number(header);
    }

    @Override
    public List<Runnable> rest(JsonNode header) {
      quotations.keeps(header, write.reference());
      Stream<JsonNode> lines = write.content().path(Quotations.IN).valueStream();
      return lines.<Runnable>map(line -> () -> quotations.enter(number(header), line)).toList();
    }

    @Override
    public void takeBack(JsonNode header) {
      quotations.takeBack(header);
    }
  }
}
