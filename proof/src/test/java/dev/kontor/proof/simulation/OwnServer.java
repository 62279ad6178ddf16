package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A database with a server of its own, which need not outlive a power cut. Who seals the audit
 * waits for every transaction of the server, so histories that run at once must not share one.
 */
final class OwnServer implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Database database;

  OwnServer() {
    try {
      // The starter switches fsync off.
      server = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database =
        Database.open(
            new DatabaseSettings.External(
                server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
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
