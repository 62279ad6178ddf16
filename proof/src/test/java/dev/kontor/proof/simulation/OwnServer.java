package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.proof.merchant.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A database with a server of its own, which need not outlive a power cut. Who seals the audit
 * waits for every transaction of the server, so histories that run at once must not share one.
 */
final class OwnServer implements AutoCloseable {

  private final Path directory;
  private final EmbeddedPostgres server;
  private final Database database;

  OwnServer() {
    try {
      directory = Files.createTempDirectory("kontor-simulation");
      // The starter switches fsync off.
      server =
          EmbeddedPostgres.builder()
              .setPort(Ports.free())
              .setDataDirectory(directory)
              .setServerConfig("autovacuum", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("max_wal_senders", "0")
              .setServerConfig("shared_buffers", "32MB")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("wal_level", "minimal")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database =
        Database.open(
            new DatabaseSettings.External(
                server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
  }

  /** Processor time of its processes so far. */
  Duration used() {
    try (Stream<String> lines = Files.lines(directory.resolve("postmaster.pid"))) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow())).stream()
          .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
          .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
