package dev.kontor.engine.audit;

import static dev.kontor.engine.audit.Finding.Kind.CHANGED;
import static dev.kontor.engine.audit.Finding.Kind.DELETED_BY_RULE;
import static dev.kontor.engine.audit.Finding.Kind.MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kontor.engine.db.Migrations;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditMonthsTest {
  private static final Instant MARCH = Instant.parse("2025-03-20T10:00:00Z");

  private final AuditBench bench;

  AuditMonthsTest(@TempDir Path directory) {
    bench = new AuditBench(directory);
  }

  @BeforeEach
  void threeMonths() {
    bench.appendAt("2025-01-31 23:59:59.9+00", 1, 3);
    bench.appendAt("2025-02-01 00:00:00+00", 4, 6);
    bench.append(7, 9);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<YearMonth> months() {
    return Transactions.run(bench.database.general(), AuditMonthStore::all);
  }

  @Test
  void thisMonthAndTheNextTwoAreReadyAndMakingThemAgainIsHarmless() {
    bench.months.ensure();
    bench.months.ensure();
    ready();
  }

  @Test
  void openingTheDatabaseAfterALongPauseMakesThem() {
    for (YearMonth month : months()) {
      if (month.isAfter(YearMonth.of(2025, 2))) {
        Transactions.execute(bench.database.general(), c -> AuditMonthStore.drop(c, month));
      }
    }
    Migrations.migrate(bench.database.general());
    ready();
    bench.append(10, 10);
  }

  private void ready() {
    YearMonth now = YearMonth.from(bench.databaseTime().atOffset(ZoneOffset.UTC));
    assertThat(months()).contains(now, now.plusMonths(1), now.plusMonths(2));
  }

  @Test
  void monthsPastAreDroppedWholeAndSaidToBeDeletedByRule() {
    assertThat(bench.sealer.seal()).isEqualTo(9);
    assertThat(bench.months.dropBefore(MARCH)).isEqualTo(6);
    assertThat(months()).doesNotContain(YearMonth.of(2025, 1), YearMonth.of(2025, 2));
    bench.sealer.seal();

    AuditReport report = bench.verify();
    assertThat(report.findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(DELETED_BY_RULE, "segments:1-2"));
    assertThat(report.findings().getFirst().text()).startsWith("6 audit rows");
    assertThat(report.tampered()).isFalse();

    bench.intrude("delete from audit where subject in ('message:7', 'message:8', 'message:9')");
    assertThat(bench.verify().of(MISSING)).hasSize(3);
  }

  @Test
  void theRecordOfEarlierDropsOutlivesItsOwnMonth() {
    bench.sealer.seal();
    assertThat(bench.months.dropBefore(Instant.parse("2025-02-20T10:00:00Z"))).isEqualTo(3);
    bench.intrude("update audit set at = '2025-02-25' where kind = 'audit.dropped'");
    bench.sealer.seal();
    assertThat(bench.months.dropBefore(MARCH)).isEqualTo(4);
    bench.sealer.seal();
    assertThat(bench.verify().findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(DELETED_BY_RULE, "segments:1-2,4"));
  }

  @Test
  void theMonthOfTheLimitIsKept() {
    bench.sealer.seal();
    assertThat(bench.months.dropBefore(Instant.parse("2025-01-31T23:59:59Z"))).isZero();
    assertThat(bench.verify().findings()).isEmpty();
  }

  @Test
  void nothingIsDroppedBeforeItIsSealed() {
    assertThat(bench.months.dropBefore(MARCH)).isZero();
    assertThat(months()).contains(YearMonth.of(2025, 1), YearMonth.of(2025, 2));
  }

  @Test
  void nothingIsDroppedBeforeItsHeadLiesOutside() throws Exception {
    bench.sealer.seal();
    Files.delete(bench.heads.file(1));
    assertThat(bench.months.dropBefore(MARCH)).isZero();
    bench.sealer.seal();
    assertThat(bench.months.dropBefore(MARCH)).isEqualTo(6);
  }

  @Test
  void whatSomebodyChangedIsKeptAsEvidence() {
    bench.sealer.seal();
    bench.intrude("update audit set details = 'refused' where subject = 'message:5'");
    assertThat(bench.months.dropBefore(MARCH)).isZero();
    assertThat(bench.verify().findings()).extracting(Finding::kind).containsExactly(CHANGED);
  }

  @Test
  void aRowRemovedBeforeTheDropStaysMissing() {
    bench.sealer.seal();
    bench.intrude("delete from audit where subject in ('message:1', 'message:2', 'message:3')");
    bench.months.dropBefore(MARCH);
    bench.sealer.seal();
    assertThat(bench.verify().of(MISSING)).hasSize(3);
  }

  @Test
  void segmentsEndWhereTheMonthEndsEvenIfRowsOfTwoMonthsAlternate() {
    bench.appendAt("2025-01-31 23:59:59.95+00", 10, 10);
    assertThat(bench.sealer.seal()).isEqualTo(10);
    assertThat(bench.verify().segments()).isEqualTo(4);
    assertThat(bench.months.dropBefore(Instant.parse("2025-02-20T10:00:00Z"))).isEqualTo(4);
    assertThat(bench.verify().of(DELETED_BY_RULE))
        .extracting(Finding::subject)
        .containsExactly("segments:1,4");
  }
}
