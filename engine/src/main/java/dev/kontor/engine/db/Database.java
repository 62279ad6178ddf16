package dev.kontor.engine.db;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The migrated database with its two connection pools; closing it stops what it started. */
public final class Database implements AutoCloseable {
  private final DataSource hot;
  private final DataSource general;
  private final Runnable closing;

  private Database(DataSource hot, DataSource general, Runnable closing) {
    this.hot = hot;
    this.general = general;
    this.closing = closing;
  }

  private static Database pooled(Endpoint endpoint, String sessionTimeZone, Runnable afterPools) {
    HikariDataSource hot = Pools.open(endpoint, Pools.Kind.HOT, sessionTimeZone);
    HikariDataSource general = Pools.open(endpoint, Pools.Kind.GENERAL, sessionTimeZone);
    return new Database(
        hot,
        general,
        () -> {
          hot.close();
          general.close();
          afterPools.run();
        });
  }

  /** A migrated database whose pools belong to somebody else, who closes them. */
  public static Database over(DataSource hot, DataSource general) {
    return new Database(hot, general, () -> {});
  }

  /**
   * Starts or reaches the server and migrates the schema.
   *
   * @throws DatabaseException if the server does not start or answer; the message carries the
   *     server's last log lines
   */
  public static Database open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Embedded(var directory) -> {
        EmbeddedServer server = EmbeddedServer.start(directory);
        yield pooled(server.endpoint(), "UTC", server::close).migrated();
      }
      case DatabaseSettings.External(var url, var user, var password) ->
          pooled(new Endpoint(url, user, password), "UTC", () -> {}).migrated();
    };
  }

  /** A fresh, migrated, empty database on this JVM's scratch server, for tests. */
  public static Database forTests() {
    return forTests("UTC");
  }

  /**
   * As {@link #forTests()} with another session time zone, to catch SQL that depends on it.
   *
   * @param sessionTimeZone a name PostgreSQL knows, such as {@code Pacific/Chatham} (+12:45)
   */
  public static Database forTests(String sessionTimeZone) {
    Endpoint endpoint = ScratchServer.freshDatabase(Migrations::migrate);
    return pooled(endpoint, sessionTimeZone, () -> ScratchServer.drop(endpoint));
  }

  /** For the ledger's statements over arrays: index plans pinned, prepared at first use. */
  public DataSource hot() {
    return hot;
  }

  /** For everything else: reports, console, maintenance; the planner is free. */
  public DataSource general() {
    return general;
  }

  @Override
  public void close() {
    closing.run();
  }

  private Database migrated() {
    try {
      Migrations.migrate(general);
      return this;
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }
}
