package dev.kontor.connector.financeoperations.payment;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Named;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Enters payments as lines of a journal that people post: posting is no OData write. */
public final class PaymentWriter implements Writer {

  private final FnoApi api;
  private final Journals journals;
  private final PaymentPreparation preparation;

  public PaymentWriter(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.journals = new Journals(settings, api);
    this.preparation = new PaymentPreparation(settings, api, journals);
  }

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
    return switch (write.action()) {
      case CREATE -> created(write);
      case UPDATE, DELETE ->
          new Fault.Unsupported("a payment is not changed or taken away by the hub");
    };
  }

  private Outcome created(Write write) {
    ObjectNode line = write.content().deepCopy().asObject();
    String name = Row.text(line, PaymentPreparation.JOURNAL);
    line.remove(PaymentPreparation.JOURNAL);
    line.put(Journals.REFERENCE, Journals.key(write.reference()));
    try {
      line.put(Journals.BATCH, journals.open(name));
      JsonNode made = api.create(Journals.LINES, line);
      return new Outcome.Written(write.reference(), write.reference(), FnoApi.etag(made));
    } catch (FaultException e) {
      return Named.in(e.fault(), line);
    }
  }
}
