package dev.kontor.proof.merchant;

import dev.kontor.contract.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the merchant's own, which several hubs share. It can be killed or stopped under
 * them and comes back at the same address with all it had committed.
 */
public final class PostgresServer implements AutoCloseable {

  private final Path data;
  private final int port = Ports.free();
  private @Nullable EmbeddedPostgres running;

  public PostgresServer(Path directory) throws IOException {
    this.data = directory.resolve("postgres");
    start();
  }

  /** What tells a hub of it. */
  public Map<String, String> environment() {
    return Map.of(
        "KONTOR_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "KONTOR_DATABASE_USER",
        "postgres",
        "KONTOR_DATABASE_PASSWORD",
        "none");
  }

  /** Returns when it takes connections; after a kill it has recovered then. */
  public void start() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPGStartupWait(Await.PATIENCE);
    // The starter's defaults are a test's. The lock of a socket would outlive a kill.
    Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "")
        .forEach(builder::setServerConfig);
    running = builder.start();
  }

  /** SIGKILL of the postmaster; returns when none of its processes is left. */
  public void kill() throws IOException {
    end("KILL");
  }

  /** SIGINT: a fast shutdown, which ends every session; returns when it has stopped. */
  public void stop() throws IOException {
    end("INT");
  }

  private void end(String signal) throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    Signals.send(signal, Long.parseLong(pid));
    Await.until(
        "end of PostgreSQL",
        Await.PATIENCE,
        () -> !isAnyLeft(),
        () -> "SIG" + signal + " of " + pid);
    // The starter would wait for a process that nobody may reap in a container.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    if (running != null) {
      running.close();
      running = null;
    }
  }

  /** PostgreSQL's processes have the data directory as working directory; a dead one has none. */
  private boolean isAnyLeft() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      Path real = data.toRealPath();
      return processes.anyMatch(process -> real.equals(workingDirectory(process)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path workingDirectory(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd"));
    } catch (IOException notAProcessOrGone) {
      return process;
    }
  }

  @Override
  public void close() throws IOException {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
