package dev.kontor.engine.match;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** Compares both ends of a flow by what its kind of document is known by. */
public final class Comparison {

  private final Translator translator;
  private final Payloads payloads;
  private final InstantSource clock;

  public Comparison(Translator translator, Payloads payloads, InstantSource clock) {
    this.translator = translator;
    this.payloads = payloads;
    this.clock = clock;
  }

  /**
   * @param known links of the flow
   * @param prefixes of the shop's order numbers in the ERP beside the connection's own
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Matches of(
      FlowLine line, List<Crossref> known, Set<String> prefixes, IntConsumer progress) {
    Linked linked = Linked.of(known);
    return switch (line.config().kind()) {
      case ORDERS ->
          new OrderMatch(new OpenOrders(translator, clock), prefixes).of(line, linked, progress);
      case CUSTOMERS -> new CustomerMatch(translator, payloads).of(line, linked, progress);
      case STATE -> ProductMatch.of(line, linked, progress);
      case STOCK, SHARED, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS ->
          throw new IllegalArgumentException(line.name() + " has nothing to match");
    };
  }

  /** That it was done, and whether there is anything to link. */
  public void remember(DataSource database, FlowLine line, Matches matches) {
    Transactions.execute(
        database, c -> MatchingStore.matched(c, line.name(), matches.pairs().size()));
  }
}
