package dev.kontor.engine.capture;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a flow's source for what changed; the cursor moves in the transaction that keeps the
 * notices.
 */
public final class Poller {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final int PAGE = 200;

  private final DataSource database;
  private final LedgerStore ledger;
  private final CursorStore cursors;
  private final Runnable wake;

  public Poller(DataSource database, LedgerStore ledger, CursorStore cursors, Runnable wake) {
    this.database = database;
    this.ledger = ledger;
    this.cursors = cursors;
    this.wake = wake;
  }

  /**
   * Reads page after page until the source has no more.
   *
   * @return whether the end was reached
   */
  public boolean poll(FlowLine line) {
    try {
      Reader reader = line.from().reader(line.config().from().entity());
      Step step = Step.MORE;
      while (step == Step.MORE) {
        step = page(line, reader);
      }
      line.from().breaker().succeeded();
      return step == Step.END;
    } catch (FaultException e) {
      LOG.warn("poll of flow {} failed, tried again next time: {}", line.name(), e.getMessage());
      return false;
    }
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
    Page page = reader.changes(from, PAGE);
    List<Append> notices = page.documents().stream().map(d -> notice(line, d)).toList();
    boolean kept =
        Transactions.retrying(
            database,
            c -> {
              if (!cursors.advance(c, line.name(), position, page.next().value())) {
                return false;
              }
              if (!notices.isEmpty()) {
                ledger.append(c, notices);
              }
              return true;
            });
    if (kept && !notices.isEmpty()) {
      wake.run();
    }
    if (!kept) {
      return Step.OVERTAKEN;
    }
    return page.more() ? Step.MORE : Step.END;
  }

  private static Append notice(FlowLine line, Document document) {
    String source = line.from().name();
    return Append.notice(
        LaneKey.of(line.config(), source, document.id()),
        line.name(),
        LaneKey.priority(line.config()),
        "polled",
        source,
        document.id(),
        Append.version(document.id(), document.version()),
        null);
  }
}
