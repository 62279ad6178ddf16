package dev.kontor.engine.audit;

import static dev.kontor.engine.audit.Finding.Kind.CHANGED;
import static dev.kontor.engine.audit.Finding.Kind.DELETED_BY_RULE;
import static dev.kontor.engine.audit.Finding.Kind.FORGED;
import static dev.kontor.engine.audit.Finding.Kind.HEAD_DISAGREES;
import static dev.kontor.engine.audit.Finding.Kind.INSERTED;
import static dev.kontor.engine.audit.Finding.Kind.MISSING;
import static dev.kontor.engine.audit.Finding.Kind.UNSEALED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierTest {
  private static final String FORGED_ROW =
      "insert into audit (epoch, kind, subject, details, details_hash) select epoch, kind,"
          + " 'message:99', details, details_hash from audit where subject = 'message:4'";

  private final AuditBench bench;

  AuditVerifierTest(@TempDir Path directory) {
    bench = new AuditBench(directory);
  }

  @BeforeEach
  void sealTwoSegments() {
    bench.append(1, 3);
    assertThat(bench.sealer.seal()).isEqualTo(3);
    bench.append(4, 6);
    assertThat(bench.sealer.seal()).isEqualTo(3);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void untouchedRecordIsIntact() {
    AuditReport report = bench.verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.segments()).isEqualTo(2);
    assertThat(report.sealedRows()).isEqualTo(6);
    assertThat(report.text()).startsWith("INTACT");
  }

  @Test
  void unsealedTailIsNoTampering() {
    bench.append(7, 8);
    AuditReport report = bench.verify();
    assertThat(report.findings()).extracting(Finding::kind).containsExactly(UNSEALED);
    assertThat(report.tampered()).isFalse();
  }

  @Test
  void changedRowIsNamed() {
    bench.intrude("update audit set details = 'refused' where subject = 'message:5'");
    assertThat(bench.verify().findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(CHANGED, "audit:5"));
  }

  @Test
  void removedRowIsNamed() {
    bench.intrude("delete from audit where subject = 'message:2'");
    assertThat(bench.verify().findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(MISSING, "audit:2"));
  }

  @Test
  void removedLastRowOfTheChainIsNoticed() {
    bench.intrude("delete from audit where subject = 'message:6'");
    assertThat(bench.verify().of(MISSING)).hasSize(1);
  }

  @Test
  void rowAddedBetweenSealedOnesIsNamed() {
    bench.intrude(
        "insert into audit (id, xid, epoch, kind, subject, details, details_hash) overriding"
            + " system value select 1000, xid, epoch, kind, subject, details, details_hash"
            + " from audit where subject = 'message:2'");
    assertThat(bench.verify().findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(INSERTED, "audit:1000"));
  }

  @Test
  void rowAddedAtTheEndIsNotTakenForGenuine() {
    bench.intrude(FORGED_ROW);
    AuditReport report = bench.verify();
    assertThat(report.findings()).extracting(Finding::kind).containsExactly(INSERTED, UNSEALED);
    assertThat(report.text()).startsWith("TAMPERED");
  }

  @Test
  void changedSegmentIsForged() {
    bench.intrude("update audit_segment set content = decode('00', 'hex') where number = 2");
    assertThat(bench.verify().of(FORGED)).extracting(Finding::subject).containsExactly("segment:2");
  }

  @Test
  void removedSegmentLeavesAGap() {
    bench.intrude("delete from audit_segment where number = 1");
    assertThat(bench.verify().of(MISSING)).extracting(Finding::subject).contains("segment:1");
  }

  @Test
  void chainCutOffAtItsEndDisagreesWithTheHeadOutside() {
    bench.intrude("delete from audit_segment where number = 2");
    bench.intrude("delete from audit where id > 3");
    AuditReport report = bench.verify();
    assertThat(report.findings()).extracting(Finding::kind).containsExactly(HEAD_DISAGREES);
    assertThat(report.tampered()).isTrue();
  }

  @Test
  void lostHeadFileIsSaid() throws Exception {
    Files.delete(bench.heads.file(1));
    assertThat(bench.verify().findings()).extracting(Finding::kind).containsExactly(HEAD_DISAGREES);
  }

  @Test
  void headFileWithoutHeadsIsSaid() throws Exception {
    bench.forgetHeads();
    assertThat(bench.verify().findings()).extracting(Finding::kind).containsExactly(HEAD_DISAGREES);
  }

  @Test
  void headFileKeepsOneHeadADayAndTheNewest() {
    bench.now = bench.now.plus(Duration.ofDays(1));
    bench.append(7, 7);
    bench.sealer.seal();
    assertThat(bench.heads.read(1).heads())
        .extracting(HeadFile.Head::number)
        .containsExactly(2L, 3L);
    assertThat(bench.verify().findings()).isEmpty();
  }

  @Test
  void recordOfADropThatIsForgedDoesNotCount() {
    bench.intrude("delete from audit where id <= 3");
    bench.intrude(
        "insert into audit (epoch, kind, subject, details, details_hash)"
            + " values (1, 'audit.dropped', 'segments', '1', '\\x00')");
    AuditReport report = bench.verify();
    assertThat(report.of(DELETED_BY_RULE)).isEmpty();
    assertThat(report.of(MISSING)).hasSize(3);
    assertThat(report.of(INSERTED)).hasSize(1);
  }

  @Test
  void headFileCutOffInTheMiddleIsSaidAndTheChainStillChecked() throws Exception {
    Path file = bench.heads.file(1);
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 70));
    AuditReport report = bench.verify();
    assertThat(report.findings()).extracting(Finding::kind).containsExactly(HEAD_DISAGREES);
    assertThat(report.findings().getFirst().text()).contains("cut off");

    bench.intrude("update audit set details = 'refused' where subject = 'message:5'");
    assertThat(bench.verify().findings())
        .extracting(Finding::kind)
        .containsExactly(CHANGED, HEAD_DISAGREES);
  }

  @Test
  void segmentSealedWhileTheVerifierReadsIsNoTampering() {
    AtomicInteger sealed = new AtomicInteger();
    Runnable hub =
        () -> {
          bench.append(7, 7);
          sealed.addAndGet(bench.sealer.seal());
        };
    AuditReport report = bench.verify(AfterSnapshot.of(bench.database.general(), hub));
    assertThat(sealed.get()).isEqualTo(1);
    assertThat(report.findings()).isEmpty();
    assertThat(report.segments()).as("the snapshot is older").isEqualTo(2);
  }
}
