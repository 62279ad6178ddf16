package dev.kontor.engine.load;

import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.match.OpenOrders;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Puts initial loads together. */
public final class Loads {

  private final DataSource database;
  private final Translator translator;
  private final Payloads payloads;
  private final InstantSource clock;

  public Loads(DataSource database, Translator translator, Payloads payloads, InstantSource clock) {
    this.database = database;
    this.translator = translator;
    this.payloads = payloads;
    this.clock = clock;
  }

  /** The load of a flow. */
  public Load of(FlowLine line) {
    Feed feed =
        line.config().kind() == FlowKind.CUSTOMERS
            ? new DebtorFeed(translator, payloads)
            : new NoticeFeed(new OpenOrders(translator, clock));
    return new Load(database, line, feed);
  }
}
