package dev.kontor.engine.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kontor.engine.audit.AuditReport;
import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.audit.AuditVerifier;
import dev.kontor.engine.audit.HeadFile;
import dev.kontor.engine.audit.PayloadCheck;
import dev.kontor.engine.audit.Sealer;
import dev.kontor.engine.audit.SigningKey;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.KeyGone;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final byte[] TEXT = "{\"name\":\"Ada\"}".getBytes(UTF_8);
  private static final String ADA = "email:ada@example.com";
  private static final String BOB = "email:bob@example.com";

  private final Path directory;
  private final Path data;
  private final Path keys;
  private final Database original = Database.forTests("Pacific/Chatham");
  private final Database target = Database.forTests();
  private long hers;
  private long his;

  BackupTest(@TempDir Path directory) {
    this.directory = directory;
    this.data = directory.resolve("backup").resolve("data.kontor");
    this.keys = directory.resolve("backup").resolve("keys.kontor");
  }

  @BeforeEach
  void fill() {
    installation(original).check();
    hers = payload(original, ADA);
    his = payload(original, BOB);
    seal(original);
    payload(original, BOB);
  }

  @AfterEach
  void close() {
    original.close();
    target.close();
  }

  private Installation installation(Database database) {
    return new Installation(database.general(), directory.resolve("identity"));
  }

  private Vault vault(Database database) {
    MasterKeys masters = MasterKeys.load(Map.of(), directory.resolve("master.key"));
    return Vault.open(database.general(), masters, InstantSource.system());
  }

  private long payload(Database database, String person) {
    Vault vault = vault(database);
    Sealed sealed = vault.seal(PayloadClass.DOCUMENT, person, TEXT);
    return Transactions.run(
        database.hot(),
        c -> {
          long id = PayloadStore.insertAll(c, List.of(sealed), kind -> null).getFirst();
          AuditRow row = AuditRow.of("document.captured", "message:" + id, "captured");
          new AuditStore(vault).append(c, List.of(row.withPayload(id, sealed)));
          return id;
        });
  }

  private int seal(Database database) {
    Vault vault = vault(database);
    InstantSource clock = InstantSource.system();
    return new Sealer(database.general(), SigningKey.of(vault), heads(), clock).seal();
  }

  private AuditReport verify(Database database) {
    Vault vault = vault(database);
    AuditStore audit = new AuditStore(vault);
    return new AuditVerifier(
            database.general(),
            audit,
            SigningKey.of(vault),
            heads(),
            List.of(new PayloadCheck(vault, audit)))
        .verify();
  }

  private HeadFile heads() {
    return new HeadFile(directory.resolve("heads"));
  }

  private Backup.Restored restore(boolean replace, RestoreHook... hooks) {
    return new Backup(target.general())
        .restore(data, keys, replace, installation(target), List.of(hooks));
  }

  private byte[] open(Database database, long payload) {
    Sealed sealed =
        Transactions.run(database.general(), c -> PayloadStore.read(c, payload)).orElseThrow();
    return vault(database).open(sealed);
  }

  @Test
  void everythingComesBackInDoubtAndOfANewEpoch() {
    BackupManifest written = new Backup(original.general()).write(data, keys);
    List<BackupManifest> seen = new ArrayList<>();
    Backup.Restored restored = restore(false, (connection, backup) -> seen.add(backup));

    assertThat(seen).containsExactly(written);
    assertThat(restored.manifest()).isEqualTo(written);
    assertThat(restored.unreadable()).isZero();
    assertThat(restored.state().epoch()).isGreaterThan(written.epoch());
    assertThat(restored.state().doubtSince()).isEqualTo(written.at());
    assertThat(restored.state().restoredFrom()).isEqualTo(written.id());
    assertThat(installation(target).check()).isInstanceOf(InstallationCheck.Ok.class);
    assertThat(installation(original).check()).isInstanceOf(InstallationCheck.Mismatch.class);
    assertThat(open(target, hers)).isEqualTo(TEXT);
    assertThat(count(target, "vault.key")).isEqualTo(count(original, "vault.key"));
  }

  @Test
  void auditRowsOfPastMonthsFindTheirMonths() {
    Transactions.execute(
        original.general(),
        c -> {
          Jdbc.query(c, "select audit_month('2025-01-15')::text", row -> row.getString(1));
          Jdbc.update(
              c,
              "insert into audit (epoch, at, kind, subject, details, details_hash)"
                  + " values (1, '2025-01-15', 'k', 's', 'd', '')");
        });
    new Backup(original.general()).write(data, keys);
    restore(false);
    assertThat(count(target, "audit_2025_01")).isEqualTo(1);
    assertThat(count(target, "audit")).isEqualTo(count(original, "audit"));
  }

  @Test
  void chainGoesOnAfterARestoreAndVerifies() {
    new Backup(original.general()).write(data, keys);
    restore(false);
    long added = payload(target, BOB);
    assertThat(added).isEqualTo(count(original, "payload") + 1);
    assertThat(seal(target)).isEqualTo(2);
    AuditReport report = verify(target);
    assertThat(report.findings()).isEmpty();
    assertThat(report.sealedRows()).isEqualTo(4);
  }

  @Test
  void personErasedAfterTheBackupStaysErased() {
    Backup backup = new Backup(original.general());
    backup.write(data, keys);
    assertThat(vault(original).erase(ADA)).isTrue();
    backup.write(directory.resolve("later.kontor"), keys);
    Backup.Restored restored = restore(false);
    assertThat(restored.unreadable()).isEqualTo(1);
    assertThatThrownBy(() -> open(target, hers)).isInstanceOf(KeyGone.class);
    assertThat(open(target, his)).isEqualTo(TEXT);
    seal(target);
    assertThat(verify(target).tampered()).isFalse();
    assertThat(verify(target).text()).contains("DELETED_BY_RULE", "1 are of erased persons");
  }

  /** Its keys name masters that nothing registered. */
  @Test
  void keysOfAReleaseBeforeMastersWereRegisteredAreRestored() {
    Transactions.execute(
        original.general(),
        c -> {
          Jdbc.update(c, "alter table vault.key drop constraint key_master");
          Jdbc.update(c, "drop table vault.master, vault.retired_master");
        });
    new Backup(original.general()).write(data, keys);
    restore(false);
    assertThat(open(target, his)).isEqualTo(TEXT);
  }

  @Test
  void dataFileHoldsNoKeysAndOnlyThisUserReadsBoth() throws Exception {
    BackupManifest manifest = new Backup(original.general()).write(data, keys);
    assertThat(manifest.tables())
        .extracting(BackupManifest.TableEntry::name)
        .contains("audit", "audit_segment", "installation", "payload", "message", "lane")
        .noneMatch(name -> name.startsWith("vault"));
    for (Path file : List.of(data, keys)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void damagedFileChangesNothing() throws Exception {
    new Backup(original.general()).write(data, keys);
    byte[] whole = Files.readAllBytes(data);
    installation(target).check();
    List<byte[]> damaged =
        List.of(
            Arrays.copyOf(whole, whole.length / 2),
            DamagedBackup.withLastByteFlippedIn(data, "tables/payload"),
            DamagedBackup.withLastByteFlippedIn(data, "manifest.json"));
    for (byte[] bytes : damaged) {
      Files.write(data, bytes);
      assertThatThrownBy(() -> restore(true)).isInstanceOf(BackupException.class);
      assertThat(count(target, "installation")).isEqualTo(1);
    }
    Files.write(data, whole);
    restore(true);
  }

  @Test
  void databaseInUseIsReplacedOnlyOnRequest() {
    new Backup(original.general()).write(data, keys);
    payload(target, BOB);
    assertThatThrownBy(() -> restore(false))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("not empty");
    assertThat(count(target, "payload")).isEqualTo(1);
    restore(true);
    assertThat(count(target, "payload")).isEqualTo(3);
  }

  @Test
  void tableAddedLaterIsCovered() {
    for (Database database : List.of(original, target)) {
      update(database, "create table added (id bigint generated always as identity, v text)");
    }
    update(original, "insert into added (v) values ('new room')");
    BackupManifest manifest = new Backup(original.general()).write(data, keys);
    assertThat(manifest.tables())
        .extracting(BackupManifest.TableEntry::name, BackupManifest.TableEntry::rows)
        .contains(tuple("added", 1L));
  }

  @Test
  void crashBetweenLoadAndAdoptionIsNotTakenForHealthy() {
    new Backup(original.general()).write(data, keys);
    RestoreHook crash =
        (connection, backup) -> {
          throw new IllegalStateException("power cut");
        };
    assertThatThrownBy(() -> restore(false, crash)).hasMessage("power cut");
    assertThat(installation(target).check()).isInstanceOf(InstallationCheck.Mismatch.class);
  }

  private static void update(Database database, String sql) {
    Transactions.execute(database.general(), c -> Jdbc.update(c, sql));
  }

  private static long count(Database database, String table) {
    return Transactions.run(
            database.general(),
            c -> Jdbc.query(c, "select count(*) as n from " + table, row -> row.getLong("n")))
        .getFirst();
  }
}
