package dev.kontor.engine.load;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The initial load of one flow. Its place is kept with what was put into the ledger, so that it
 * goes on where it was, whenever it ends.
 */
public final class Load {

  /** As many as fit; a system that has a smaller page gives that. */
  private static final int PAGE = 1_000;

  private final DataSource database;
  private final FlowLine line;
  private final Feed feed;

  Load(DataSource database, FlowLine line, Feed feed) {
    this.database = database;
    this.line = line;
    this.feed = feed;
  }

  /** Begins, or goes on with one that was begun and has not ended. */
  public void begin() {
    Transactions.execute(database, c -> LoadStore.begin(c, line.name()));
  }

  /**
   * Reads the keys that are left, page after page; the rest of the work is a hub's.
   *
   * @param seen is told after each page
   * @throws dev.kontor.spi.FaultException if the source cannot be read
   */
  public void feed(Consumer<Progress> seen) {
    Reader reader = line.from().reader(line.config().from().entity());
    LoadStore.Position at = position();
    while (!at.isFed()) {
      String cursor = at.cursor();
      Page page = reader.keys(cursor == null ? null : new Cursor(cursor), PAGE);
      keep(at, page, feed.of(line, page.documents()));
      seen.accept(progress());
      at = position();
    }
  }

  /** Another process may have brought the page over first. */
  private void keep(LoadStore.Position at, Page page, Feed.Share share) {
    Transactions.retrying(
        database,
        c -> {
          String next = page.next().value();
          boolean mine =
              LoadStore.advance(c, line.name(), at, next, !page.more(), share.documents());
          if (mine) {
            share.put(c);
          }
          return mine;
        });
  }

  public Progress progress() {
    LoadStore.Position at = position();
    return Transactions.run(database, c -> LoadStore.progress(c, line.name(), at));
  }

  /** Whether any hub runs that does the work. */
  public boolean isServed() {
    return Transactions.run(database, LoadStore::isServed);
  }

  /** All of it is done, or waits for a person; the next one begins anew. */
  public void end() {
    Transactions.execute(database, c -> LoadStore.end(c, line.name()));
  }

  private LoadStore.Position position() {
    return Transactions.run(database, c -> LoadStore.find(c, line.name())).orElseThrow();
  }
}
