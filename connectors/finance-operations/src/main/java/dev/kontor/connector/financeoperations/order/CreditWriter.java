package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.entry.Stepped;
import dev.kontor.connector.financeoperations.entry.SteppedEntry;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters what gives refunds back: sales orders with lines below zero, which people post. Until all
 * lines are there such an order is stopped ({@link #STOPPED}), so that nobody posts a part, and one
 * that a lost answer left is known from a whole one.
 */
public final class CreditWriter implements Writer {

  /** Header field "do not process". */
  static final String STOPPED = "IsSalesProcessingStopped";

  private final Headers headers;
  private final OrderLines lines;
  private final OrderRemoval removal;
  private final PostedOrders posted;
  private final CreditPreparation preparation;
  private final String referenceField;

  public CreditWriter(FnoSettings settings, FnoApi api) {
    this.headers = new Headers(settings, api);
    this.lines = new OrderLines(settings, api);
    this.posted = new PostedOrders(settings, api);
    this.removal = new OrderRemoval(headers, lines, posted);
    this.preparation = new CreditPreparation(settings, api, headers);
    this.referenceField = settings.referenceField();
  }

  /** One: it is several calls, and a refused one says nothing about others. */
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
    if (write.action() != Write.Action.CREATE) {
      return new Fault.Unsupported("a credit note is not changed or taken away by the hub");
    }
    try {
      return created(write);
    } catch (FaultException e) {
      return e.fault();
    }
  }

  private Outcome created(Write write) {
    List<JsonNode> there = headers.carrying(List.of(write.reference()));
    if (there.size() > 1) {
      return new Fault.Ambiguous(
          "Finance & Operations has " + there.size() + " orders " + write.reference());
    }
    if (there.isEmpty()) {
      return posted.carrying(write.reference()).stream()
          .findFirst()
          .<Outcome>map(gone -> new Outcome.Written(gone.id(), gone.number(), null))
          .orElseGet(() -> new SteppedEntry(new Begun(write)).enter());
    }
    JsonNode header = there.getFirst();
    if (Row.text(header, STOPPED).equals(Row.YES)) {
      completed(header, write.content());
    }
    String number = Row.text(header, Headers.NUMBER);
    return new Outcome.Written(number, number, null);
  }

  /** The time of the call that began it is over when the engine writes again. */
  private void completed(JsonNode header, JsonNode content) {
    String number = Row.text(header, Headers.NUMBER);
    HubLines there = HubLines.of(lines, number);
    for (Map.Entry<Integer, JsonNode> wanted : HubLines.wanted(content).entrySet()) {
      JsonNode line = wanted.getValue();
      OrderLines.expect(
          line, there.selling(wanted.getKey(), line).orElseGet(() -> lines.enter(number, line)));
    }
    release(number);
  }

  /** All of it is there. */
  private void release(String number) {
    ObjectNode released = ModelJson.mapper().createObjectNode().put(STOPPED, Row.NO);
    headers.one(number).ifPresent(header -> headers.change(header, released));
  }

  private final class Begun implements Stepped {

    private final Write write;

    Begun(Write write) {
      this.write = write;
    }

    @Override
    public String kind() {
      return "credit note";
    }

    @Override
    public JsonNode begin() {
      ObjectNode fields = write.content().deepCopy().asObject();
      fields.remove(OrderLines.IN);
      fields.put(referenceField, write.reference()).put(STOPPED, Row.YES);
      return headers.create(fields);
    }

    @Override
    public String number(JsonNode header) {
      return Row.text(header, Headers.NUMBER);
    }

    @Override
    public List<Runnable> rest(JsonNode header) {
      headers.keeps(header, write.reference());
      List<Runnable> steps = new ArrayList<>();
      for (JsonNode line : write.content().path(OrderLines.IN)) {
        steps.add(() -> OrderLines.expect(line, lines.enter(number(header), line)));
      }
      steps.add(() -> release(number(header)));
      return steps;
    }

    @Override
    public void takeBack(JsonNode header) {
      removal.takeBack(header);
    }
  }
}
