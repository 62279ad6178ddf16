package dev.kontor.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Sealed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private final AuditBench bench;

  RetentionTest(@TempDir Path directory) {
    bench = new AuditBench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> column(String sql) {
    return Transactions.run(
        bench.database.general(), c -> Jdbc.query(c, sql, row -> row.getString(1)));
  }

  private Sealed doorBody() {
    return bench.vault.seal(PayloadClass.DOOR, null, "body".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatExpiredGoesAndTheAuditSaysSo() {
    long expired = bench.payload(Duration.ofSeconds(-1));
    long kept = bench.payload(Duration.ofHours(1));
    bench.retention.run();
    assertThat(column("select id::text from payload")).containsExactly(String.valueOf(kept));
    assertThat(column("select details from audit where kind = 'payload.expired'"))
        .containsExactly(String.valueOf(expired));
  }

  @Test
  void whatAnUnfinishedMessageNeedsIsKeptUntilItIsFinished() {
    long letter = bench.payload(Duration.ofSeconds(-1));
    long sent = bench.payload(Duration.ofSeconds(-1));
    bench.intrude(
        "insert into lane (id, key, flow, priority, enqueued) overriding system value"
            + " values (1, 'a', 'f', 5, 1)");
    bench.intrude(
        "insert into message (id, lane, seq, flow, kind, event, source, source_id, payload, state)"
            + " values (1, 1, 1, 'f', 'event', 'created', 's', 'x', "
            + letter
            + ", 'dead')");
    bench.intrude(
        "insert into intent (key, message, target, entity, action, reference, content, mapping,"
            + " state, absent_from) values ('k', 1, 't', 'order', 'CREATE', 'r', "
            + sent
            + ", 'm', 'open', now())");
    assertThat(bench.retention.expirePayloads()).isZero();
    bench.intrude("update message set state = 'discarded'");
    assertThat(bench.retention.expirePayloads()).isEqualTo(2);
  }

  @Test
  void dayKeysGoWithTheDoorBodiesTheyOpenAndTheAuditSaysSo() {
    bench.now = bench.databaseTime().minus(Duration.ofDays(16));
    Sealed old = doorBody();
    bench.now = bench.databaseTime().minus(Duration.ofDays(13));
    Sealed recent = doorBody();
    bench.retention.run();
    bench.retention.run();
    assertThat(bench.vault.openAll(List.of(old, recent)))
        .satisfiesExactly(
            gone -> assertThat(gone).isEmpty(), there -> assertThat(there).isPresent());
    assertThat(column("select details from audit where kind = 'key.dropped'"))
        .singleElement()
        .asString()
        .startsWith("1 day keys before ");
  }

  @Test
  void auditMonthsGoAfterTheirTime() {
    bench.appendAt("2025-01-15 12:00:00+00", 1, 3);
    bench.sealer.seal();
    bench.retention.run();
    assertThat(column("select details from audit where kind = 'audit.dropped'"))
        .containsExactly("1");
  }

  @Test
  void endedSessionsAndOldSignInTriesGo() {
    bench.intrude(
        "insert into console_user (name, display, roles, password) values ('e', 'e', '{}', 'x')");
    for (String began : List.of("13 hours", "1 minute")) {
      bench.intrude(
          "insert into console_session (id, person, began) values ('%s', 'e', hub_now() - interval '%s')"
              .formatted(began, began));
      bench.intrude(
          "insert into sign_in_tries values ('%s', hub_now() - interval '%s', 1)"
              .formatted(began, began));
    }
    bench.retention.run();
    assertThat(column("select convert_from(id, 'UTF8') from console_session"))
        .containsExactly("1 minute");
    assertThat(column("select convert_from(subject, 'UTF8') from sign_in_tries"))
        .containsExactly("1 minute");
  }
}
