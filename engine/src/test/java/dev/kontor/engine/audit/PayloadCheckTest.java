package dev.kontor.engine.audit;

import static dev.kontor.engine.audit.Finding.Kind.CHANGED;
import static dev.kontor.engine.audit.Finding.Kind.DELETED_BY_RULE;
import static dev.kontor.engine.audit.Finding.Kind.MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadCheckTest {
  private final AuditBench bench;

  PayloadCheckTest(@TempDir Path directory) {
    bench = new AuditBench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void flippedByteIsNamed() {
    long kept = bench.payload(null);
    long changed = bench.payload(null);
    bench.sealer.seal();
    assertThat(bench.verify().findings()).isEmpty();
    bench.intrude(
        "update payload set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) where id = "
            + changed);
    assertThat(bench.verify().findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(CHANGED, "payload:" + changed));
    assertThat(kept).isNotEqualTo(changed);
  }

  @Test
  void payloadPutInAnothersPlaceIsNamed() {
    long first = bench.payload(null);
    long second = bench.payload(null);
    bench.sealer.seal();
    bench.intrude(
        "update payload p set bytes = q.bytes, keyed_hash = q.keyed_hash from payload q"
            + " where p.id = "
            + first
            + " and q.id = "
            + second);
    assertThat(bench.verify().findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(CHANGED, "payload:" + first));
  }

  @Test
  void retentionIsToldFromRemoval() {
    bench.payload(Duration.ofSeconds(-1));
    long removed = bench.payload(null);
    assertThat(bench.retention.expirePayloads()).isEqualTo(1);
    bench.sealer.seal();
    AuditReport ruled = bench.verify();
    assertThat(ruled.findings()).extracting(Finding::kind).containsExactly(DELETED_BY_RULE);
    assertThat(ruled.tampered()).isFalse();
    bench.intrude("delete from payload where id = " + removed);
    assertThat(bench.verify().of(MISSING))
        .extracting(Finding::subject)
        .containsExactly("payload:" + removed);
  }

  @Test
  void erasedPersonsPayloadsStillVerify() {
    bench.payload(null);
    bench.sealer.seal();
    assertThat(bench.vault.erase("email:a@example.com")).isTrue();
    assertThat(bench.verify().tampered()).isFalse();
    assertThat(bench.verify().findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Finding.Kind.DELETED_BY_RULE))
        .satisfies(f -> assertThat(f.text()).contains("1 are of erased persons"));
  }
}
