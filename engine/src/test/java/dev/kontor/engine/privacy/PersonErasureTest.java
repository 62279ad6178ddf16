package dev.kontor.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.ErasureFile;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonErasureTest {

  private static final String ADA = "Ada@example.com";

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

  private Sealed kept(String person, String email) {
    byte[] document =
        "{\"buyer\": {\"email\": \"%s\"}}".formatted(email).getBytes(StandardCharsets.UTF_8);
    Sealed sealed = vault.seal(PayloadClass.DOCUMENT, person, document);
    Transactions.run(
        bench.database.hot(),
        c -> PayloadStore.insertAll(c, List.of(sealed), kind -> Duration.ofDays(1)));
    return sealed;
  }

  private PersonErasure.Result erase(boolean withColleagues) {
    return new PersonErasure(bench.database.general(), vault, new ErasureFile(directory))
        .erase(ADA, withColleagues, "Erika", "asked");
  }

  private List<String> column(String sql) {
    return Transactions.run(
        bench.database.general(), c -> Jdbc.query(c, sql, row -> row.getString(1)));
  }

  private int repeated() {
    return Transactions.run(bench.database.general(), c -> new ErasureFile(directory).repeat(c));
  }

  @Test
  void documentsAreFoundByTheAddressInThemWhateverKeyTheyLieUnder() {
    List<Sealed> hers =
        List.of(
            kept("email:ada@example.com", "ADA@example.com"), kept("vat:DE1", "ada@example.com"));
    Sealed his = kept("email:bert@example.com", "bert@example.com");
    PersonErasure.Result result = erase(false);
    assertThat(result.keys()).isEqualTo(2);
    assertThat(result.payloads()).isEqualTo(2);
    assertThat(vault.openAll(hers)).allMatch(opened -> opened.isEmpty());
    assertThat(vault.openAll(List.of(his))).allMatch(opened -> opened.isPresent());
    assertThat(column("select subject || details from audit where kind = 'person.erased'"))
        .singleElement()
        .asString()
        .contains("2 keys", "asked (Erika)")
        .doesNotContainIgnoringCase("ada@");
    assertThat(erase(false).keys()).isZero();
  }

  @Test
  void colleaguesUnderOneVatIdAreAPersonsDecision() {
    kept("vat:DE1", "ada@example.com");
    Sealed colleague = kept("vat:DE1", "bert@example.com");
    PersonErasure.Result refused = erase(false);
    assertThat(refused.isDone()).isFalse();
    assertThat(refused.shared()).isEqualTo(1);
    assertThat(vault.openAll(List.of(colleague))).allMatch(opened -> opened.isPresent());
    assertThat(erase(true).payloads()).isEqualTo(2);
    assertThat(vault.openAll(List.of(colleague))).allMatch(opened -> opened.isEmpty());
  }

  /** As a backup of keys from before brings it back; what was made since then is another's. */
  @Test
  void aKeyThatComesBackIsDestroyedAgain() {
    Sealed sealed = kept("email:ada@example.com", "ada@example.com");
    Transactions.execute(
        bench.database.general(),
        c -> Jdbc.update(c, "create table kept as select * from vault.key where kind = 'person'"));
    erase(false);
    Transactions.execute(
        bench.database.general(),
        c -> Jdbc.update(c, "insert into vault.key overriding system value select * from kept"));
    assertThat(vault.openAll(List.of(sealed))).allMatch(opened -> opened.isPresent());
    assertThat(repeated()).isEqualTo(1);
    assertThat(bench.hub().openAll(List.of(sealed))).allMatch(opened -> opened.isEmpty());
    vault.forgetCachedKeys();
    kept("email:ada@example.com", "ada@example.com");
    assertThat(repeated()).isZero();
  }
}
