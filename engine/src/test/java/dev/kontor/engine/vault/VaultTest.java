package dev.kontor.engine.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final String MASTER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String OTHER = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String PERSON = "email:ada@example.com";
  private static final byte[] TEXT = "{\"name\":\"Ada Löwe\"}".getBytes(UTF_8);

  private final Database database = Database.forTests("Pacific/Chatham");
  private Instant now = Instant.parse("2026-11-21T23:59:59Z");
  private final Vault vault = vaultWith(MASTER);

  @AfterEach
  void close() {
    database.close();
  }

  private Vault vaultWith(String masters) {
    Map<String, String> environment = Map.of(MasterKeys.VARIABLE, masters);
    MasterKeys keys = MasterKeys.load(environment, Path.of("unused"));
    return Vault.open(database.general(), keys, () -> now);
  }

  @Test
  void sealedBytesShowNothingAndOpenAgain() {
    for (PayloadClass kind : PayloadClass.values()) {
      List<Sealed> sealed =
          vault.sealAll(List.of(new Plain(kind, PERSON, TEXT), new Plain(kind, null, TEXT)));
      assertThat(new String(sealed.getFirst().bytes(), UTF_8)).doesNotContain("Ada");
      assertThat(readable(vaultWith(MASTER), sealed)).containsExactly(true, true);
    }
  }

  @Test
  void changedBytesAreNoticedWithAndWithoutTheKey() {
    Sealed sealed = vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT);
    assertThat(vault.intact(sealed)).isTrue();
    byte[] flipped = sealed.bytes().clone();
    flipped[flipped.length - 1] ^= 1;
    Sealed changed = new Sealed(sealed.kind(), flipped, sealed.keyId(), sealed.keyedHash());
    assertThat(vault.intact(changed)).isFalse();
    assertThatThrownBy(() -> vault.open(changed)).isInstanceOf(VaultException.class);
  }

  @Test
  void payloadSealedForOneClassDoesNotOpenAsAnother() {
    Sealed door = vault.seal(PayloadClass.DOOR, null, TEXT);
    Sealed moved = new Sealed(PayloadClass.ANSWER, door.bytes(), door.keyId(), door.keyedHash());
    assertThat(vault.intact(moved)).isFalse();
    assertThatThrownBy(() -> vault.open(moved)).isInstanceOf(VaultException.class);
  }

  @Test
  void erasureDestroysOnePersonsPayloadsAndSearchTermsOnly() {
    Sealed hers = vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT);
    Sealed his = vault.seal(PayloadClass.DOCUMENT, "email:b@example.com", TEXT);
    byte[] term = vault.blindIndex().of("email", " Ada@Example.com ");
    long key = Objects.requireNonNull(vault.personKeyIds(Set.of(PERSON)).get(PERSON));
    Transactions.execute(
        database.hot(),
        c -> SearchTermStore.add(c, List.of(new SearchTermStore.Term(key, term, "message:1"))));
    assertThat(found(vault.blindIndex().of("email", "ada@example.com")))
        .containsExactly("message:1");

    assertThat(vault.erase(PERSON)).isTrue();

    assertThatThrownBy(() -> vault.open(hers)).isInstanceOf(KeyGone.class);
    assertThatThrownBy(() -> vaultWith(MASTER).open(hers)).isInstanceOf(KeyGone.class);
    assertThat(readable(vault, List.of(hers, his))).containsExactly(false, true);
    assertThat(vault.intact(hers)).isTrue();
    assertThat(found(term)).isEmpty();
    assertThat(vault.erase(PERSON)).isFalse();
    Sealed later = vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT);
    assertThat(later.keyId()).isNotEqualTo(hers.keyId());
  }

  @Test
  void payloadSealedUnderAKeyErasedElsewhereIsNotStored() {
    Sealed sealed = vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT);
    assertThat(vaultWith(MASTER).erase(PERSON)).isTrue();
    assertThatThrownBy(() -> store(sealed)).isInstanceOf(KeyGone.class);
    vault.forgetCachedKeys();
    long id = store(vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT));
    assertThat(vault.open(stored(id))).isEqualTo(TEXT);
  }

  @Test
  void cachedKeysCostNoRoundTrip() {
    Sealed sealed = vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT);
    vault.seal(PayloadClass.DOOR, null, TEXT);
    database.close();
    assertThat(vault.open(sealed)).isEqualTo(TEXT);
    assertThat(vault.open(vault.seal(PayloadClass.DOOR, null, TEXT))).isEqualTo(TEXT);
    assertThat(vault.open(vault.seal(PayloadClass.EFFECT, PERSON, TEXT))).isEqualTo(TEXT);
  }

  @Test
  void erasureRolledBackLeavesThePersonReadable() {
    Sealed sealed = vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT);
    assertThatThrownBy(
            () ->
                Transactions.execute(
                    database.general(),
                    c -> {
                      assertThat(vault.erase(c, PERSON)).isTrue();
                      throw new IllegalStateException("audit row refused");
                    }))
        .hasMessage("audit row refused");
    assertThat(vault.open(sealed)).isEqualTo(TEXT);
  }

  @Test
  void doorBodiesGoWithTheirUtcDay() {
    Sealed before = vault.seal(PayloadClass.DOOR, null, TEXT);
    now = now.plusSeconds(1);
    Sealed after = vault.seal(PayloadClass.DOOR, null, TEXT);
    assertThat(after.keyId()).isNotEqualTo(before.keyId());
    LocalDate limit = LocalDate.parse("2026-11-22");
    int dropped = Transactions.run(database.hot(), c -> vault.dropDayKeys(c, limit));
    assertThat(dropped).isEqualTo(1);
    assertThat(readable(vault, List.of(before, after))).containsExactly(false, true);
  }

  @Test
  void rotationRewrapsEveryKeyAndTheOldMasterIsNoLongerNeeded() {
    Sealed sealed = vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT);
    assertThatThrownBy(() -> vaultWith(OTHER))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("is missing");
    Vault both = vaultWith(OTHER + "," + MASTER);
    assertThat(both.rewrap()).isGreaterThanOrEqualTo(3);
    assertThat(Transactions.run(database.general(), both::retireOlderMasters)).hasSize(1);
    assertThat(vaultWith(OTHER).open(sealed)).isEqualTo(TEXT);
    assertThatThrownBy(() -> vaultWith(MASTER)).isInstanceOf(VaultException.class);
  }

  @Test
  void blindIndexDependsOnKindValueAndInstallation() {
    byte[] mail = vault.blindIndex().of("email", "ada@example.com");
    assertThat(vaultWith(MASTER).blindIndex().of("email", "ada@example.com")).isEqualTo(mail);
    assertThat(vault.blindIndex().of("phone", "ada@example.com")).isNotEqualTo(mail);
    try (Database elsewhere = Database.forTests()) {
      MasterKeys same = MasterKeys.load(Map.of(MasterKeys.VARIABLE, MASTER), Path.of("unused"));
      Vault other = Vault.open(elsewhere.general(), same, () -> now);
      assertThat(other.blindIndex().of("email", "ada@example.com")).isNotEqualTo(mail);
    }
  }

  @Test
  void expiredPayloadsAreDeletedAndNamed() {
    Sealed sealed = vault.seal(PayloadClass.DOOR, null, TEXT);
    List<Long> ids =
        Transactions.run(
            database.hot(),
            c -> {
              List<Long> old =
                  PayloadStore.insertAll(
                      c, List.of(sealed, sealed), kind -> Duration.ofSeconds(-1));
              PayloadStore.insertAll(c, List.of(sealed), kind -> Duration.ofHours(1));
              PayloadStore.insertAll(c, List.of(sealed), kind -> null);
              return old;
            });
    List<Long> deleted = Transactions.run(database.hot(), c -> PayloadStore.deleteExpired(c, 100));
    assertThat(deleted).containsExactlyInAnyOrderElementsOf(ids);
    List<PayloadStore.Stored> left =
        Transactions.run(database.hot(), c -> PayloadStore.read(c, ids));
    assertThat(left).isEmpty();
  }

  private static List<Boolean> readable(Vault vault, List<Sealed> batch) {
    return vault.openAll(batch).stream()
        .map(opened -> opened.filter(bytes -> Arrays.equals(bytes, TEXT)).isPresent())
        .toList();
  }

  private long store(Sealed sealed) {
    return Transactions.run(
        database.hot(), c -> PayloadStore.insertAll(c, List.of(sealed), kind -> null).getFirst());
  }

  private Sealed stored(long id) {
    return Transactions.run(database.hot(), c -> PayloadStore.read(c, id)).orElseThrow();
  }

  private List<String> found(byte[] term) {
    return Transactions.run(database.hot(), c -> SearchTermStore.find(c, term, 10));
  }

  @Test
  void noKeyOrTextIsInTheDatabaseInClear() {
    store(vault.seal(PayloadClass.DOCUMENT, PERSON, TEXT));
    List<String> dump =
        Transactions.run(
            database.general(),
            c ->
                Jdbc.query(
                    c,
                    "select encode(name, 'escape') || encode(wrapped, 'escape') as t"
                        + " from vault.key union all select encode(bytes, 'escape') from payload",
                    row -> row.getString("t")));
    assertThat(String.join("\n", dump)).doesNotContain("ada").doesNotContain("Ada");
  }
}
