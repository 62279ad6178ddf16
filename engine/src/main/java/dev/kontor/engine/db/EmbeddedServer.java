package dev.kontor.engine.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of one directory. The process that holds the directory's lock owns the server and
 * stops it; any other process on this machine attaches to the owner's server.
 */
final class EmbeddedServer implements AutoCloseable {
  static final String DATABASE = "kontor";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  /** Long enough to redo several gigabytes of log after a crash. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Endpoint endpoint;
  private final @Nullable EmbeddedPostgres owned;
  private final @Nullable FileChannel lock;

  private EmbeddedServer(
      Endpoint endpoint, @Nullable EmbeddedPostgres owned, @Nullable FileChannel lock) {
    this.endpoint = endpoint;
    this.owned = owned;
    this.lock = lock;
  }

  static EmbeddedServer start(Path directory) {
    return start(directory, PATIENCE);
  }

  static EmbeddedServer start(Path directory, Duration patience) {
    try {
      ServerDirectory files = ServerDirectory.prepare(directory);
      FileChannel lock = lock(files.lock());
      return lock == null ? attach(files, patience) : own(files, lock, patience);
    } catch (IOException e) {
      throw new DatabaseException("Database directory " + directory + " cannot be used", e);
    }
  }

  Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    try {
      if (owned != null) {
        owned.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      LOG.warn("The embedded database did not stop cleanly; the next start recovers it", e);
    }
  }

  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException alreadyInThisJvm) {
      LOG.debug("The embedded database is already open in this process; attaching");
    }
    channel.close();
    return null;
  }

  private static EmbeddedServer attach(ServerDirectory files, Duration patience) {
    Postmaster running =
        Postmaster.await(files.data(), patience)
            .orElseThrow(
                () ->
                    new DatabaseException(
                        "Another process holds "
                            + files.lock()
                            + " but its database does not run; stop that process first"));
    return new EmbeddedServer(
        Endpoint.loopback(running.port(), DATABASE, files.password()), null, null);
  }

  private static EmbeddedServer own(ServerDirectory files, FileChannel lock, Duration patience)
      throws IOException {
    try {
      Postmaster.stopLeftover(files.data(), files.password());
      EmbeddedPostgres server = launch(files, patience);
      try (Connection connection =
          ServerStore.connect(Endpoint.loopback(server.getPort(), "postgres", files.password()))) {
        ServerStore.createIfAbsent(connection, DATABASE);
      }
      Endpoint endpoint = Endpoint.loopback(server.getPort(), DATABASE, files.password());
      return new EmbeddedServer(endpoint, server, lock);
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw new DatabaseException(
          "The embedded database in " + files.data() + " did not start:\n" + files.logTail(), e);
    }
  }

  private static EmbeddedPostgres launch(ServerDirectory files, Duration patience)
      throws IOException {
    boolean fresh = !Files.exists(files.data().resolve("postgresql.conf"));
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(QuietPort.free())
            .setDataDirectory(files.data())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(patience)
            .setConnectConfig("password", files.password())
            .setOutputRedirector(Redirect.appendTo(files.log().toFile()))
            .setErrorRedirector(Redirect.appendTo(files.log().toFile()));
    if (fresh) {
      // Passed on to initdb as --name=value; the last --auth wins over the starter's "trust".
      builder
          .setLocaleConfig("auth", "scram-sha-256")
          .setLocaleConfig("pwfile", files.passwordFile().toString())
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setLocaleConfig("locale", "C.UTF-8");
    }
    ServerConfiguration.SETTINGS.forEach(builder::setServerConfig);
    return builder.start();
  }
}
