package dev.kontor.engine.audit;

import static dev.kontor.engine.audit.Finding.Kind.CHANGED;
import static dev.kontor.engine.audit.Finding.Kind.INSERTED;
import static dev.kontor.engine.audit.Finding.Kind.MISSING;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows a segment sealed, as they are now. */
record SegmentRows(Segment segment, List<StoredRow> rows) {

  static SegmentRows read(Connection connection, @Nullable Segment before, Segment segment)
      throws SQLException {
    Position after = before == null ? Position.START : before.last();
    return new SegmentRows(segment, AuditStore.between(connection, after, segment.last()));
  }

  /** What is not as it was sealed, row by row; empty if nothing was touched. */
  List<Finding> findings() {
    List<Finding> findings = differences();
    return findings.isEmpty() && !MessageDigest.isEqual(Segment.contentOf(rows), segment.content())
        ? List.of(
            new Finding(
                CHANGED,
                "segment:" + segment.number(),
                "its rows were changed or put in another order"))
        : findings;
  }

  private List<Finding> differences() {
    Map<Long, Long> expected = new HashMap<>(segment.markById());
    List<Finding> findings = new ArrayList<>();
    String where = " in segment " + segment.number();
    for (StoredRow row : rows) {
      Long mark = expected.remove(row.id());
      if (mark == null) {
        findings.add(new Finding(INSERTED, "audit:" + row.id(), "added after sealing" + where));
      } else if (mark != Segment.mark(row)) {
        findings.add(new Finding(CHANGED, "audit:" + row.id(), "changed after sealing" + where));
      }
    }
    expected.keySet().stream()
        .sorted()
        .map(id -> new Finding(MISSING, "audit:" + id, "removed after sealing" + where))
        .forEach(findings::add);
    return findings;
  }
}
