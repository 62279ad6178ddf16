package dev.kontor.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.SearchTermStore;
import dev.kontor.engine.vault.SearchTermStore.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside documents goes by rules of its own. */
class KeptDetailsTest {

  private static final String OLD = "hub_now() - interval '100 days'";

  private final AuditBench bench;

  KeptDetailsTest(@TempDir Path directory) {
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

  private void message(int id, String finished) {
    bench.intrude(
        "insert into message (id, lane, seq, flow, kind, event, source, source_id, finished)"
            + " values (%d, 1, %d, 'f', 'event', 'created', 's', 'x', %s)"
                .formatted(id, id, finished));
  }

  private void tried(int message, String at, String outcome) {
    bench.intrude(
        "insert into attempt (message, at, node, outcome, detail) values (%d, %s, 'n', '%s', '%s')"
            .formatted(message, at, outcome, message + " " + outcome));
  }

  @Test
  void oldTriesOfWhatIsFinishedGoButWhatWasWrittenStays() {
    message(1, OLD);
    message(2, "null");
    tried(1, OLD, "Unavailable");
    tried(1, "hub_now()", "Conflict");
    tried(1, OLD, "Written");
    tried(2, OLD, "Unavailable");
    bench.retention.run();
    assertThat(column("select detail from attempt order by id"))
        .containsExactly("1 Conflict", "1 Written", "2 Unavailable");
    assertThat(column("select details from audit where kind = 'try.expired'"))
        .containsExactly("1 deleted by rule");
  }

  /** As its key does when nothing is left under it; that of whom something is kept stays. */
  @Test
  void aSearchTermGoesAfterItsTime() {
    bench.payload(null);
    for (String person : List.of("email:a@example.com", "email:b@example.com")) {
      long key = Objects.requireNonNull(bench.vault.personKeyIds(Set.of(person)).get(person));
      byte[] term = bench.vault.blindIndex().of("email", person);
      Transactions.execute(
          bench.database.general(),
          c -> SearchTermStore.add(c, List.of(new Term(key, term, "document:" + person))));
    }
    bench.intrude("update vault.search_term set created = " + OLD);
    bench.intrude("update vault.key set created = " + OLD + " where kind = 'person'");
    bench.retention.run();
    assertThat(column("select subject from vault.search_term")).isEmpty();
    assertThat(column("select id::text from vault.key where kind = 'person'")).hasSize(1);
    assertThat(column("select details from audit where kind = 'key.idle'"))
        .containsExactly("1 deleted by rule");
  }
}
