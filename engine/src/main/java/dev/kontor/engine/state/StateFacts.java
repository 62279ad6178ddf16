package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows about the documents of one batch.
 *
 * @param there their documents in the target, by source id
 * @param unanswered writes that were never answered, by source id
 */
public record StateFacts(Map<String, Crossref> there, Map<String, WriteDoubt> unanswered) {

  /** Where the facts come from. */
  public static final class Source {
    private final DataSource database;
    private final CrossrefStore crossrefs;
    private final WriteDoubtStore doubts;

    public Source(DataSource database, CrossrefStore crossrefs, WriteDoubtStore doubts) {
      this.database = database;
      this.crossrefs = crossrefs;
      this.doubts = doubts;
    }

    /** First of all ends the writes that earlier tries of these lanes left without an answer. */
    StateFacts read(FlowLine line, List<Claimed> lanes) {
      return Transactions.run(database, c -> read(c, line, lanes));
    }

    private StateFacts read(Connection connection, FlowLine line, List<Claimed> lanes)
        throws SQLException {
      doubts.abandoned(
          connection,
          lanes.stream()
              .flatMap(lane -> lane.unfinished().stream())
              .filter(Message::isNotice)
              .map(Message::id)
              .toList());
      List<String> ids = lanes.stream().map(lane -> lane.newest().sourceId()).toList();
      String target = line.to().name();
      return new StateFacts(
          new Known(crossrefs).of(connection, line, ids),
          doubts.find(connection, target, line.config().to().entity(), ids));
    }

    void settled(Connection connection, FlowLine line, String sourceId) throws SQLException {
      doubts.settled(connection, line.to().name(), line.config().to().entity(), sourceId);
    }
  }

  /** The same with more links. */
  StateFacts linked(Map<String, Crossref> links) {
    Map<String, Crossref> all = new HashMap<>(links);
    all.putAll(there);
    return new StateFacts(all, unanswered);
  }

  @Nullable Crossref inTarget(String sourceId) {
    return there.get(sourceId);
  }

  @Nullable WriteDoubt doubt(String sourceId) {
    return unanswered.get(sourceId);
  }

  /** Whether the target is known to hold just this. */
  boolean isConfirmed(String sourceId, byte[] fingerprint) {
    Crossref crossref = there.get(sourceId);
    return crossref != null
        && !unanswered.containsKey(sourceId)
        && Arrays.equals(crossref.hash(), fingerprint);
  }
}
