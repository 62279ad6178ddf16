package dev.kontor.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {
  private final AuditBench bench;

  SealerTest(@TempDir Path directory) {
    bench = new AuditBench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void rowOfAnOlderOpenTransactionIsNotOvertaken() throws Exception {
    try (Connection slow = bench.database.hot().getConnection()) {
      slow.setAutoCommit(false);
      bench.audit.append(slow, List.of(AuditRow.of("message.done", "message:slow", "written")));
      bench.append(1, 2);
      assertThat(bench.sealer.seal()).isZero();
      slow.commit();
      slow.setAutoCommit(true);
    }
    assertThat(bench.sealer.seal()).isEqualTo(3);
    assertThat(bench.verify().findings()).isEmpty();
  }

  @Test
  void rolledBackRowsLeaveNoGap() {
    bench.append(1, 1);
    assertThatThrownBy(
            () ->
                Transactions.execute(
                    bench.database.hot(),
                    c -> {
                      bench.audit.append(c, List.of(AuditRow.of("a", "b", "c")));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    bench.append(2, 2);
    assertThat(bench.sealer.seal()).isEqualTo(2);
    assertThat(bench.verify().findings()).isEmpty();
  }

  @Test
  void onlyOneProcessSealsAtATime() {
    bench.append(1, 2);
    Transactions.execute(
        bench.database.general(),
        c -> {
          assertThat(SegmentStore.elected(c)).isTrue();
          assertThat(bench.sealer.seal()).isZero();
        });
    assertThat(bench.sealer.seal()).isEqualTo(2);
  }

  @Test
  void headLostBetweenCommitAndExportIsExportedNextTime() throws Exception {
    bench.append(1, 2);
    bench.sealer.seal();
    java.nio.file.Files.delete(bench.heads.file(1));
    assertThat(bench.sealer.seal()).isZero();
    assertThat(bench.heads.read(1).heads()).hasSize(1);
    assertThat(bench.verify().findings()).isEmpty();
  }

  @Test
  void deathBeforeTheFirstHeadIsExportedIsNoTampering() throws Exception {
    bench.append(1, 3);
    bench.sealer.seal();
    bench.forgetHeads();
    assertThat(bench.verify().findings()).isEmpty();
  }

  @Test
  void tableRefusesUpdateDeleteAndTruncate() {
    bench.append(1, 1);
    for (String sql :
        List.of("update audit set details = 'x'", "delete from audit", "truncate audit")) {
      assertThatThrownBy(() -> Transactions.execute(bench.database.hot(), c -> Jdbc.update(c, sql)))
          .isInstanceOf(DatabaseException.class)
          .hasRootCauseMessage("ERROR: audit rows are append-only");
    }
  }

  @Test
  void rowsOfAnEarlierEpochComeFirstWhateverTheirTransactionIds() {
    bench.append(1, 2);
    bench.intrude("update audit set xid = '900000000000'");
    bench.intrude(
        "insert into installation (id, epoch, cluster) values (gen_random_uuid(), 2, 'c')");
    bench.append(3, 4);
    assertThat(bench.sealer.seal()).isEqualTo(4);
    AuditReport report = bench.verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.segments()).isEqualTo(2);
  }
}
