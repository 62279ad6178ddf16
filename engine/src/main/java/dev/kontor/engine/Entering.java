package dev.kontor.engine;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.match.HandLinks;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** Links what a message was to create to what somebody entered in the target by hand. */
final class Entering {

  private final DataSource database;
  private final AuditStore audit;
  private final HandLinks links;
  private final Map<String, FlowLine> lines;

  Entering(DataSource database, AuditStore audit, Map<String, FlowLine> lines) {
    this.database = database;
    this.audit = audit;
    this.links = new HandLinks(database, audit);
    this.lines = Map.copyOf(lines);
  }

  /**
   * @param found the message, empty if there is none of that id
   */
  Decisions.Result enter(Wish wish, Optional<DeskStore.Entry> found) {
    long message = wish.messages().getFirst();
    FlowLine line = found.map(DeskStore.Entry::flow).map(lines::get).orElse(null);
    if (found.isEmpty() || line == null) {
      return untouched(message, "is unknown, or its flow switched off");
    }
    try {
      link(line, found.get(), Objects.requireNonNull(wish.number()), wish);
      return new Decisions.Result(1, Map.of());
    } catch (FaultException e) {
      return untouched(message, "was not linked: " + e.fault().message());
    }
  }

  private static Decisions.Result untouched(long message, String why) {
    return new Decisions.Result(0, Map.of(message, why));
  }

  private void link(FlowLine line, DeskStore.Entry message, String number, Wish wish) {
    if (!isCreation(line, message)) {
      throw new FaultException(
          new Fault.Unsupported(
              "only an order or customer that is still to be created can be there already"));
    }
    boolean order = line.config().kind() == FlowKind.ORDERS;
    String reference = order ? line.from().config().referencePrefix() + message.number() : null;
    String here = message.number() == null ? "the customer" : message.number();
    Document there = links.find(line, number, reference);
    links.link(line, message.sourceId(), here, there, false, wish.by(), wish.reason());
    String details = "is " + number + " in " + line.to().name() + ": " + wish.reason();
    AuditRow row =
        AuditRow.of("desk.entered", "message:" + message.id(), details + " (" + wish.by() + ")");
    Transactions.execute(database, c -> audit.append(c, List.of(row)));
  }

  private static boolean isCreation(FlowLine line, DeskStore.Entry message) {
    return message.finished() == null
        && switch (line.config().kind()) {
          case ORDERS -> message.event().equals(OrderDecision.CREATED);
          case CUSTOMERS -> message.kind().equals("event");
          case REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, STOCK, STATE, SHARED, PROGRESS ->
              false;
        };
  }
}
