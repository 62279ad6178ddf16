package dev.kontor.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.ErasureFile;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systems pushed about a person lies under the key of its day, and goes all the same. */
class PushedErasureTest {

  private static final String ADA = "ada@example.com";
  private static final String ORDER = "0123456789abcdef0123456789abcdef";

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private RotationBench bench;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private Vault vault;

  @BeforeEach
  void open() {
    bench = new RotationBench(directory);
    vault = bench.hub();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private long kept(PayloadClass kind, String text) {
    @Nullable String person = kind == PayloadClass.DOOR ? null : "email:" + ADA;
    Sealed sealed = vault.seal(kind, person, text.getBytes(StandardCharsets.UTF_8));
    return Transactions.run(
        bench.database.hot(),
        c -> PayloadStore.insertAll(c, List.of(sealed), any -> Duration.ofDays(14)).getFirst());
  }

  private long pushed(String body) {
    return kept(PayloadClass.DOOR, body);
  }

  /** A message of a lane of its own. */
  private void message(String sourceId, long payload, String state) {
    String finished = state.equals("done") ? "hub_now()" : "null";
    change(
        "with l as (insert into lane (key, flow, priority, enqueued) values ('%s', 'f', 2, 1)"
                .formatted(sourceId + payload)
            + " returning id) insert into message (id, lane, seq, flow, kind, event, source,"
            + " source_id, payload, state, finished) select nextval('message_id'), id, 1, 'f',"
            + " 'notice', 'pushed', 'shop', '%s', %d, '%s', %s from l"
                .formatted(sourceId, payload, state, finished));
  }

  private void change(String sql) {
    Transactions.execute(bench.database.general(), c -> Jdbc.update(c, sql));
  }

  private List<Long> doors() {
    return Transactions.run(
        bench.database.general(),
        c -> Jdbc.query(c, "select id from payload where class = 'DOOR'", row -> row.getLong(1)));
  }

  private PersonErasure.Pushed erase() {
    return new PersonErasure(bench.database.general(), vault, new ErasureFile(directory))
        .erase(ADA, false, "Erika", "asked")
        .pushed();
  }

  /** The order as it was read, and as the shop had announced it. */
  private void ordered() {
    message(ORDER, kept(PayloadClass.DOCUMENT, "{\"email\": \"" + ADA + "\"}"), "done");
    message(ORDER, pushed("{\"name\": \"Ada\"}"), "done");
  }

  @Test
  void allThatTellsOfThePersonIsDeletedAndNothingElse() {
    ordered();
    pushed("{\"again\": {\"id\": \"" + ORDER + "\"}}");
    pushed("{\"email\": \"\\u0041DA@example.com\"}");
    long other = pushed("{\"email\": \"nada@example.com\", \"or\": \"ada@example.common\"}");
    message("another", other, "done");
    PersonErasure.Pushed gone = erase();
    assertThat(gone).isEqualTo(new PersonErasure.Pushed(3, 0, null));
    assertThat(doors()).containsExactly(other);
    assertThat(audited("payload.erased").split(",", -1)).hasSize(3);
    assertThat(audited("person.erased")).contains("3 pushed bodies deleted");
  }

  private String audited(String kind) {
    return Transactions.run(
        bench.database.general(),
        c ->
            Jdbc.query(
                    c,
                    "select details from audit where kind = ?",
                    row -> row.getString("details"),
                    kind)
                .getFirst());
  }

  @Test
  void whatAnothersUnfinishedMessageNeedsStaysAndItIsSaidUntilWhen() {
    ordered();
    long together = pushed("[{\"id\": \"" + ORDER + "\"}, {\"id\": \"another\"}]");
    message(ORDER, together, "done");
    message("another", together, "dead");
    PersonErasure.Pushed left = erase();
    assertThat(left.deleted()).isEqualTo(1);
    assertThat(left.kept()).isEqualTo(1);
    assertThat(left.until()).isEqualTo(nobodyReadsIt());
    assertThat(doors()).containsExactly(together);
  }

  /** Midnight after its day, and fourteen days. */
  private Instant nobodyReadsIt() {
    return Transactions.run(bench.database.general(), TimeStore::now)
        .truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofDays(15));
  }

  @Test
  void aBackupBringsNothingBack() {
    ordered();
    change("create table saved as select * from payload where class = 'DOOR'");
    erase();
    change("insert into payload select * from saved");
    assertThat(doors()).hasSize(1);
    int repeated =
        Transactions.run(bench.database.general(), c -> new ErasureFile(directory).repeat(c));
    assertThat(repeated).isEqualTo(1);
    assertThat(doors()).isEmpty();
  }

  @Test
  void anAddressIsAWholeWord() {
    Set<String> names = Set.of(ADA);
    for (String text :
        List.of("<ada@example.com>", "{\"a\":\"ADA@example.com.\"}", "mail:" + ADA)) {
      assertThat(PushedBodies.isAbout(text.getBytes(StandardCharsets.UTF_8), names)).isTrue();
    }
    for (String text : List.of("x.ada@example.com", "ada@example.com.au", "ada")) {
      assertThat(PushedBodies.isAbout(text.getBytes(StandardCharsets.UTF_8), names)).isFalse();
    }
  }
}
