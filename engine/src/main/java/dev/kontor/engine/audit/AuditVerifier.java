package dev.kontor.engine.audit;

import static dev.kontor.engine.audit.Finding.Kind.DELETED_BY_RULE;
import static dev.kontor.engine.audit.Finding.Kind.FORGED;
import static dev.kontor.engine.audit.Finding.Kind.INSERTED;
import static dev.kontor.engine.audit.Finding.Kind.MISSING;
import static dev.kontor.engine.audit.Finding.Kind.UNSEALED;

import dev.kontor.engine.db.Transactions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Recomputes the whole chain in one snapshot and tells apart what it finds. */
public final class AuditVerifier {
  private final DataSource source;
  private final AuditStore audit;
  private final SigningKey key;
  private final HeadFile heads;
  private final List<LedgerCheck> checks;

  public AuditVerifier(
      DataSource source,
      AuditStore audit,
      SigningKey key,
      HeadFile heads,
      List<LedgerCheck> checks) {
    this.source = source;
    this.audit = audit;
    this.key = key;
    this.heads = heads;
    this.checks = List.copyOf(checks);
  }

  /** May run beside a hub at work: the heads are read first, so none is younger than the chain. */
  public AuditReport verify() {
    HeadFile.Exported exported = heads.read(Transactions.run(source, SegmentStore::epoch));
    return Transactions.run(
        source,
        connection -> {
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          return verify(connection, exported);
        });
  }

  private AuditReport verify(Connection connection, HeadFile.Exported exported)
      throws SQLException {
    List<Segment> segments = SegmentStore.all(connection);
    List<Finding> findings = new ArrayList<>();
    SegmentNumbers dropped = audit.dropped(connection);
    List<Segment> gone = new ArrayList<>();
    Segment before = null;
    for (Segment segment : segments) {
      findings.addAll(links(before, segment));
      SegmentRows sealed = SegmentRows.read(connection, before, segment);
      if (sealed.rows().isEmpty() && dropped.contains(segment.number())) {
        gone.add(segment);
      } else {
        findings.addAll(sealed.findings());
      }
      before = segment;
    }
    byRule(gone).ifPresent(findings::add);
    findings.addAll(tail(connection, before));
    findings.addAll(HeadCheck.compare(exported, segments));
    for (LedgerCheck check : checks) {
      findings.addAll(check.verify(connection));
    }
    long rows = segments.stream().mapToLong(Segment::rows).sum();
    return new AuditReport(segments.size(), rows, List.copyOf(findings));
  }

  private List<Finding> links(@Nullable Segment before, Segment segment) {
    String subject = "segment:" + segment.number();
    long expected = before == null ? 1 : before.number() + 1;
    if (segment.number() != expected) {
      return List.of(new Finding(MISSING, "segment:" + expected, "the chain has a gap here"));
    }
    if (!segment.genuine(key)) {
      return List.of(new Finding(FORGED, subject, "its signature is not this installation's"));
    }
    byte[] previous = before == null ? new byte[0] : before.head();
    return MessageDigest.isEqual(previous, segment.previous())
        ? List.of()
        : List.of(new Finding(FORGED, subject, "it does not continue the segment before"));
  }

  private static Optional<Finding> byRule(List<Segment> gone) {
    long rows = gone.stream().mapToLong(Segment::rows).sum();
    SegmentNumbers numbers = SegmentNumbers.of(gone.stream().map(Segment::number).toList());
    String text = rows + " audit rows deleted by retention; the signed heads are kept";
    return gone.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(DELETED_BY_RULE, "segments:" + numbers.text(), text));
  }

  private List<Finding> tail(Connection connection, @Nullable Segment last) throws SQLException {
    Position after = last == null ? Position.START : last.last();
    List<StoredRow> rows = AuditStore.after(connection, after);
    List<Finding> findings = new ArrayList<>();
    for (StoredRow row : rows) {
      if (!audit.genuine(row)) {
        String text = "not written by this installation, or changed before sealing";
        findings.add(new Finding(INSERTED, "audit:" + row.id(), text));
      }
    }
    if (!rows.isEmpty()) {
      String text = rows.size() + " rows wait for the sealer since " + rows.getFirst().at();
      findings.add(new Finding(UNSEALED, "audit:" + rows.getFirst().id(), text));
    }
    return findings;
  }
}
