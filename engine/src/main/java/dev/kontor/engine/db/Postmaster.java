package dev.kontor.engine.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server process as its {@code postmaster.pid} tells; it may long be dead. */
record Postmaster(long pid, int port) {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final int PORT_LINE = 3;

  static Optional<Postmaster> of(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() <= PORT_LINE
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  Long.parseLong(lines.get(0).strip()),
                  Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (IOException | NumberFormatException notThereOrHalfWritten) {
      return Optional.empty();
    }
  }

  /** The living server of this directory, waiting for its owner to start it. */
  static Optional<Postmaster> await(Path data, Duration patience) {
    waitUntil(patience, () -> of(data).filter(Postmaster::alive).isPresent());
    return of(data).filter(Postmaster::alive);
  }

  /**
   * Stops a server whose owner was killed, and removes a {@code postmaster.pid} that PostgreSQL
   * itself would trip over: it takes a zombie, which nobody may ever reap in a container, for a
   * living server.
   */
  static void stopLeftover(Path data, String password) throws IOException {
    Optional<Postmaster> leftover = of(data);
    if (leftover.isEmpty()) {
      return;
    }
    Postmaster old = leftover.get();
    if (old.alive()) {
      LOG.info("Stopping the database server {} of an earlier run", old.pid);
      old.stop(password);
    }
    waitUntil(STOP, () -> !anyProcessIn(data));
    if (anyProcessIn(data)) {
      throw new DatabaseException(
          "Database processes of an earlier run still work in " + data + "; stop them by hand");
    }
    if (!old.alive()) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
  }

  boolean alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
        && !state(pid).equals("Z")
        && isPostgres(Path.of("/proc", Long.toString(pid)));
  }

  /** A recycled process id may belong to anything; only a server of ours may be signalled. */
  private static boolean isPostgres(Path process) {
    Path name = process.resolve("comm");
    try {
      return !Files.exists(name) || Files.readString(name).startsWith("postgres");
    } catch (IOException gone) {
      return false;
    }
  }

  private void stop(String password) {
    try (Connection connection =
        ServerStore.connect(Endpoint.loopback(port, "postgres", password))) {
      ServerStore.endOtherSessions(connection);
    } catch (SQLException e) {
      LOG.warn("The earlier database server does not answer; asking it to stop all the same", e);
    }
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    waitUntil(STOP, () -> !alive());
  }

  private static String state(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    } catch (IOException | IndexOutOfBoundsException noProc) {
      return "";
    }
  }

  /** PostgreSQL's processes have the data directory as working directory (Linux only). */
  private static boolean anyProcessIn(Path data) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      Path real = data.toRealPath();
      return processes.anyMatch(p -> real.equals(workingDirectory(p)) && isPostgres(p));
    } catch (IOException noProc) {
      return false;
    }
  }

  private static Path workingDirectory(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd"));
    } catch (IOException notAProcessOrNotOurs) {
      return process;
    }
  }

  private static void waitUntil(Duration patience, BooleanSupplier done) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DatabaseException("Interrupted while waiting for the database server", e);
      }
    }
  }
}
