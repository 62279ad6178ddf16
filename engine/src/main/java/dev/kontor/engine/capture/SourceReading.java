package dev.kontor.engine.capture;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.observe.Sightings;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Asks a flow's source what changed since it was asked last; the cursor moves in the transaction
 * that keeps the notices. Of a document only its id and version are taken: what it says is read
 * when its lane's turn comes.
 */
public final class SourceReading {

  private static final int PAGE = 200;

  /** Figures and articles change many at once. */
  private static final int MANY = 1_000;

  private final DataSource database;
  private final LedgerStore ledger;
  private final CursorStore cursors;
  private final Runnable wake;
  private final Sightings sightings;

  public SourceReading(
      DataSource database,
      LedgerStore ledger,
      CursorStore cursors,
      Runnable wake,
      Sightings sightings) {
    this.database = database;
    this.ledger = ledger;
    this.cursors = cursors;
    this.wake = wake;
    this.sightings = sightings;
  }

  /** How long the source asked not to be read; zero if it may be read. */
  Duration deferral(FlowLine line) {
    return Transactions.run(database, c -> cursors.deferral(c, line.name()));
  }

  /** Keeps every process from reading the source for so long. */
  void defer(FlowLine line, Duration by) {
    Transactions.execute(database, c -> cursors.defer(c, line.name(), by));
  }

  /**
   * Reads page after page until the source has no more.
   *
   * @return whether the end was reached; false if another process reads this source just now
   */
  boolean toTheEnd(FlowLine line) {
    Reader reader = line.from().reader(line.config().from().entity());
    Step step = Step.MORE;
    while (step == Step.MORE) {
      step = page(line, reader);
    }
    return step == Step.END;
  }

  private enum Step {
    MORE,
    END,
    /** Another process reads this source just now. */
    OVERTAKEN
  }

  private Step page(FlowLine line, Reader reader) {
    CursorStore.Position position = Transactions.run(database, c -> cursors.find(c, line.name()));
    Cursor from = position.value() == null ? null : new Cursor(position.value());
    Page page = reader.changes(from, limit(line));
    List<Append> notices = page.documents().stream().map(d -> notice(line, d)).toList();
    boolean kept =
        Transactions.retrying(database, c -> keep(c, line, position, page.next().value(), notices));
    if (!kept) {
      return Step.OVERTAKEN;
    }
    if (!notices.isEmpty()) {
      wake.run();
    }
    return page.more() ? Step.MORE : Step.END;
  }

  private static int limit(FlowLine line) {
    return switch (line.config().kind()) {
      case STOCK, STATE, SHARED -> MANY;
      case ORDERS, CUSTOMERS, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS -> PAGE;
    };
  }

  private boolean keep(
      Connection connection,
      FlowLine line,
      CursorStore.Position position,
      String next,
      List<Append> notices)
      throws SQLException {
    if (!cursors.advance(connection, line.name(), position, next)) {
      return false;
    }
    if (!notices.isEmpty() && ledger.append(connection, notices) > 0) {
      sightings.found(line.name());
    }
    return true;
  }

  /** By which a repeated reading of a document is recognised. */
  public static String dedupe(String id) {
    return "poll|" + id;
  }

  /** What a poll puts into the ledger for a document that it met. */
  public static Append notice(FlowLine line, Document document) {
    String source = line.from().name();
    return Append.seen(
        LaneKey.of(line.config(), source, document.id()),
        line.name(),
        LaneKey.priority(line.config()),
        "polled",
        source,
        document.id(),
        dedupe(document.id()),
        document.version());
  }
}
