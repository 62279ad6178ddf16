package dev.kontor.engine.stock;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Departures;
import dev.kontor.engine.delivery.IntentStore;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Message;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes stock figures in batches. A figure is absolute, so a repeated write has no second effect;
 * the intent is the level row that only a confirmed write replaces.
 */
public final class StockWrites {

  /**
   * A figure to write.
   *
   * @param notInErp the part of the sum that the hub contributed, to see whether it changed
   *     meanwhile
   * @param began database's clock just before the ERP was read
   * @param unanswered how long an earlier figure may still arrive, null if none can
   */
  public record Due(
      Claimed lane,
      Message notice,
      StockFigure figure,
      BigDecimal notInErp,
      Instant began,
      @Nullable Duration unanswered) {}

  /**
   * @param fault null if it was written
   * @param uncertainty how long after a write without answer its figure may still arrive
   * @param rehearsed what would have been written in earnest, null if it was no dry run
   */
  public record Result(
      Due due, String key, @Nullable Fault fault, Duration uncertainty, @Nullable Write rehearsed) {
    Result(Due due, String key, @Nullable Fault fault, Duration uncertainty) {
      this(due, key, fault, uncertainty, null);
    }

    /** Whether the write may still take effect, after a newer one. */
    boolean isUnknown() {
      return fault instanceof Fault.OutcomeUnknown;
    }

    /** How the write's intent ends. */
    IntentStore.Closing closing() {
      return new IntentStore.Closing(
          key, fault == null ? "confirmed" : "refused", due.figure().sku(), null);
    }
  }

  private static final Fault NOT_NOW = new Fault.Throttled(Duration.ofSeconds(1));

  private final DataSource database;
  private final IntentStore intents;
  private final Translator translator;
  private final Departures departures;

  public StockWrites(
      DataSource database, IntentStore intents, Translator translator, Departures departures) {
    this.database = database;
    this.intents = intents;
    this.translator = translator;
    this.departures = departures;
  }

  List<Result> write(FlowLine line, List<Due> due, SendPermit permit) {
    List<Result> results = new ArrayList<>();
    List<Due> ready = new ArrayList<>();
    List<Write> writes = new ArrayList<>();
    Writer writer = line.to().writer(line.config().to().entity());
    for (Due d : due) {
      try {
        JsonNode model = model(d.figure());
        JsonNode content = translator.toTarget(line, model, Translator.References.NONE);
        switch (writer.prepare(content, model)) {
          case Prepared.Ready prepared -> {
            ready.add(d);
            writes.add(
                new Write(
                    key(line, d), Write.Action.UPDATE, "", d.figure().sku(), prepared.content()));
          }
          case Prepared.Refused refused ->
              results.add(new Result(d, key(line, d), refused.fault(), Duration.ZERO));
        }
      } catch (FaultException e) {
        results.add(new Result(d, key(line, d), e.fault(), Duration.ZERO));
      }
    }
    if (line.config().dryRun()) {
      for (int i = 0; i < writes.size(); i++) {
        Write write = writes.get(i);
        results.add(new Result(ready.get(i), write.key(), null, Duration.ZERO, write));
      }
      return results;
    }
    int to;
    for (int from = 0; from < writes.size(); from = to) {
      to = Math.min(writes.size(), from + writer.maxBatch());
      results.addAll(
          together(line, writer, ready.subList(from, to), writes.subList(from, to), permit));
    }
    return results;
  }

  private List<Result> together(
      FlowLine line, Writer writer, List<Due> ready, List<Write> writes, SendPermit permit) {
    SendPermit soon = departures.soon(line, permit);
    Set<String> open = open(line, ready);
    List<Write> mine = writes.stream().filter(w -> open.contains(w.key())).toList();
    Iterator<Outcome> outcomes =
        mine.isEmpty() ? Collections.emptyIterator() : call(writer, mine, soon).iterator();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      String key = writes.get(i).key();
      Fault fault = open.contains(key) ? fault(outcomes.next()) : NOT_NOW;
      results.add(new Result(ready.get(i), key, fault, departures.uncertainty(line)));
    }
    return results;
  }

  /**
   * Keys that may be sent now. The round of what has lost its lane meanwhile is dropped; what
   * people have stopped is looked at again.
   */
  private Set<String> open(FlowLine line, List<Due> ready) {
    List<IntentStore.Opening> openings = ready.stream().map(d -> opening(line, d)).toList();
    return Transactions.retrying(
        database, c -> intents.open(c, openings, departures.uncertainty(line)));
  }

  private static IntentStore.Opening opening(FlowLine line, Due due) {
    StockFigure figure = due.figure();
    return new IntentStore.Opening(
        due.lane().lane(),
        key(line, due),
        due.notice().id(),
        line.to().name(),
        line.config().to().entity().key(),
        Write.Action.UPDATE.name(),
        figure.sku() + " = " + figure.quantity(),
        figure.sku(),
        null,
        line.mappings());
  }

  private static List<Outcome> call(Writer writer, List<Write> batch, SendPermit permit) {
    try {
      return ScopedValue.where(SendPermit.CURRENT, permit).call(() -> writer.write(batch));
    } catch (FaultException e) {
      return batch.stream().<Outcome>map(w -> e.fault()).toList();
    }
  }

  private static @Nullable Fault fault(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Written w -> null;
      case Outcome.Accepted a -> new Fault.OutcomeUnknown("accepted, not yet done");
      case Fault f -> f;
    };
  }

  /** One for each time the lane is worked on: the same figure may have to be written again. */
  private static String key(FlowLine line, Due due) {
    return line.to().name()
        + "|stock|"
        + due.notice().sourceId()
        + "|"
        + due.notice().id()
        + "|"
        + due.lane().lane().fence();
  }

  /** What is translated for the shop. */
  static JsonNode model(StockFigure figure) {
    ObjectNode level = ModelJson.mapper().createObjectNode();
    level.put("sku", figure.sku());
    level.put("quantity", figure.quantity().toPlainString());
    level.set("terms", figure.json());
    ArrayNode locations = level.putArray("locations");
    figure
        .places()
        .forEach(
            (location, pieces) ->
                locations
                    .addObject()
                    .put("location", location)
                    .put("quantity", pieces.toPlainString()));
    return level;
  }

  /** The terms as stored with the level, to answer "why 3?". */
  static String terms(StockFigure figure) {
    return ModelJson.mapper().writeValueAsString(figure.json());
  }
}
