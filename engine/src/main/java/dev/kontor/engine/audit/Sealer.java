package dev.kontor.engine.audit;

import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Links committed audit rows into signed segments; of all processes one at a time does it. */
public final class Sealer {
  private static final int ROWS = 10_000;

  private final DataSource source;
  private final SigningKey key;
  private final HeadFile heads;
  private final InstantSource clock;

  public Sealer(DataSource source, SigningKey key, HeadFile heads, InstantSource clock) {
    this.source = source;
    this.key = key;
    this.heads = heads;
    this.clock = clock;
  }

  private record Result(int rows, int epoch, @Nullable Segment newest) {}

  /**
   * Seals what is committed and exports the newest head; to be called every two seconds.
   *
   * @return rows sealed; 0 also if another process is the sealer just now
   */
  public int seal() {
    int all = 0;
    Result result;
    do {
      result = Transactions.run(source, this::sealOne);
      all += result.rows;
      if (result.newest != null) {
        heads.export(result.epoch, result.newest, key);
      }
    } while (result.rows > 0);
    return all;
  }

  private Result sealOne(Connection connection) throws SQLException {
    int epoch = SegmentStore.epoch(connection);
    if (!SegmentStore.elected(connection)) {
      return new Result(0, epoch, null);
    }
    Optional<Segment> last = SegmentStore.last(connection);
    Position after = last.map(Segment::last).orElse(Position.START);
    List<StoredRow> rows = ofOneMonth(AuditStore.sealable(connection, after, ROWS));
    if (rows.isEmpty()) {
      return new Result(0, epoch, last.orElse(null));
    }
    heads.begin(epoch, key);
    Segment segment = Segment.link(last.orElse(null), rows, key, clock.instant());
    SegmentStore.insert(connection, segment);
    return new Result(rows.size(), epoch, segment);
  }

  /** Retention drops whole months, so no segment may belong to two; nor to two epochs. */
  private static List<StoredRow> ofOneMonth(List<StoredRow> rows) {
    return rows.stream()
        .takeWhile(row -> row.position().epoch() == rows.getFirst().position().epoch())
        .takeWhile(row -> AuditMonths.of(row).equals(AuditMonths.of(rows.getFirst())))
        .toList();
  }
}
