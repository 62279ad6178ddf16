package dev.kontor.engine.desk;

import dev.kontor.engine.capture.BuyerTerms;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.observe.LastCalls;
import dev.kontor.engine.problem.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Everything people see, in one place. Reads only. */
public final class View {

  private final DataSource database;
  private final Overviews overviews;
  private final Search search;
  private final DocumentPages documents;
  private final Bodies bodies;
  private final ConnectionPages connections;

  /**
   * @param calls that this process makes
   * @param nightly flows that are compared by night
   * @param problems dead letters by cause
   */
  public View(
      DataSource database,
      Map<String, FlowLine> lines,
      Collection<Link> links,
      Payloads payloads,
      Translator translator,
      LastCalls calls,
      BooleanSupplier inDoubt,
      List<String> nightly,
      Problems problems,
      LongSupplier nanoTime) {
    this.database = database;
    this.overviews =
        new Overviews(database, lines.values(), links, calls, inDoubt, nightly, problems);
    this.search = new Search(database, new BuyerTerms(payloads), nanoTime);
    this.documents = new DocumentPages(database, search, lines, payloads, translator);
    this.bodies = new Bodies(database, payloads, lines);
    this.connections = new ConnectionPages(links);
  }

  public Overviews overviews() {
    return overviews;
  }

  public Search search() {
    return search;
  }

  public DocumentPages documents() {
    return documents;
  }

  public Bodies bodies() {
    return bodies;
  }

  public ConnectionPages connections() {
    return connections;
  }

  /** Where the ledger stands, to be compared with an earlier look. */
  public Changes changes() {
    return Transactions.run(database, ChangesStore::read);
  }
}
