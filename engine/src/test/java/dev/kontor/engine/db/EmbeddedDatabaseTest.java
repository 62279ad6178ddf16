package dev.kontor.engine.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path directory;

  private Database open() {
    return Database.open(new DatabaseSettings.Embedded(directory));
  }

  @Test
  void isDurableAndClosedToStrangers() throws Exception {
    try (Database database = open()) {
      assertThat(TestRows.show(database, "fsync")).isEqualTo("on");
      assertThat(TestRows.show(database, "synchronous_commit")).isEqualTo("on");
      assertThat(TestRows.show(database, "full_page_writes")).isEqualTo("on");
      assertThat(TestRows.show(database, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(TestRows.show(database, "TimeZone")).isEqualTo("UTC");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())))
          .isEqualTo("rw-------");
      int port = Postmaster.of(directory.resolve("data")).orElseThrow().port();
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/kontor";
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void keepsDataOverCloseAndStop() {
    try (Database database = open()) {
      TestRows.add(database, "kept");
    }
    assertThat(Postmaster.of(directory.resolve("data"))).isEmpty();
    try (Database database = open()) {
      assertThat(TestRows.all(database)).containsExactly("kept");
    }
  }

  @Test
  void secondProcessAttachesAndLeavesTheServerRunning() {
    try (Database owner = open()) {
      TestRows.add(owner, "seen by both");
      try (Database second = open()) {
        assertThat(TestRows.all(second)).containsExactly("seen by both");
      }
      assertThat(TestRows.all(owner)).containsExactly("seen by both");
    }
  }

  @Test
  void survivesKillOfTheHub() throws Exception {
    Process hub = TestRows.hubThatNeverCloses(directory);
    hub.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    Postmaster orphan = Postmaster.of(directory.resolve("data")).orElseThrow();
    assertThat(orphan.alive()).isTrue();
    try (Database database = open()) {
      assertThat(TestRows.all(database)).containsExactly("written before the kill");
      assertThat(Postmaster.of(directory.resolve("data")).orElseThrow()).isNotEqualTo(orphan);
    }
  }

  @Test
  void survivesKillOfTheServer() throws Exception {
    Database database = open();
    TestRows.add(database, "committed");
    long pid = Postmaster.of(directory.resolve("data")).orElseThrow().pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    database.close();
    try (Database again = open()) {
      assertThat(TestRows.all(again)).containsExactly("committed");
    }
  }

  @Test
  void startsOverAZombieThatPostgresWouldTakeForALivingServer() throws Exception {
    open().close();
    Process parent =
        new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60 >&-")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String zombie = new String(parent.getInputStream().readAllBytes(), UTF_8).strip();
    Path data = directory.resolve("data");
    Files.writeString(
        data.resolve("postmaster.pid"),
        String.join("\n", zombie, data.toString(), "1", "5432", "", "", "", "ready") + "\n");
    try (Database database = open()) {
      assertThat(ProcessHandle.of(Long.parseLong(zombie))).isPresent();
      TestRows.add(database, "works");
      assertThat(TestRows.all(database)).containsExactly("works");
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void externalServerIsReachedByUrl() throws Exception {
    try (Database owner = open()) {
      TestRows.add(owner, "over there");
      ServerDirectory files = ServerDirectory.prepare(directory);
      int port = Postmaster.of(files.data()).orElseThrow().port();
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/kontor";
      DatabaseSettings external = new DatabaseSettings.External(url, "postgres", files.password());
      try (Database database = Database.open(external)) {
        assertThat(TestRows.all(database)).containsExactly("over there");
      }
      assertThat(TestRows.all(owner)).containsExactly("over there");
    }
  }

  @Test
  void showsTheServersLogWhenItDoesNotStart() throws Exception {
    open().close();
    Files.writeString(directory.resolve("data").resolve("postgresql.conf"), "no_such_thing = 1");
    assertThatThrownBy(() -> EmbeddedServer.start(directory, Duration.ofSeconds(2)).close())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("no_such_thing");
  }

  @Test
  void environmentSelectsTheServer() {
    assertThat(DatabaseSettings.from(Map.of(), directory))
        .isEqualTo(new DatabaseSettings.Embedded(directory.resolve("database")));
    String url = "jdbc:postgresql://db/kontor";
    DatabaseSettings external =
        DatabaseSettings.from(
            Map.of(
                "KONTOR_DATABASE_URL", url,
                "KONTOR_DATABASE_USER", "kontor",
                "KONTOR_DATABASE_PASSWORD", "secret"),
            directory);
    assertThat(external).isEqualTo(new DatabaseSettings.External(url, "kontor", "secret"));
    assertThat(external.toString()).doesNotContain("secret");
    assertThatThrownBy(
            () -> DatabaseSettings.from(Map.of("KONTOR_DATABASE_URL", "jdbc:h2:mem"), directory))
        .hasMessageContaining("KONTOR_DATABASE_URL");
  }

  private Path passwordFile() throws IOException {
    return directory.resolve("password");
  }
}
