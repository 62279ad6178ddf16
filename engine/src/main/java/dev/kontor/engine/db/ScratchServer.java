package dev.kontor.engine.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One throw-away server per JVM; each test gets a copy of a database migrated once. */
final class ScratchServer {
  private static final String TEMPLATE = "kontor_template";
  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  private ScratchServer() {}

  static synchronized Endpoint freshDatabase(Consumer<DataSource> migrate) {
    EmbeddedPostgres running = running(migrate);
    String name = "test_" + ++databases;
    try (Connection connection = running.getPostgresDatabase().getConnection()) {
      ServerStore.createFrom(connection, name, TEMPLATE);
    } catch (SQLException e) {
      throw new DatabaseException("Could not create a test database", e);
    }
    return Endpoint.loopback(running.getPort(), name, "");
  }

  static synchronized void drop(Endpoint endpoint) {
    String name = endpoint.url().substring(endpoint.url().lastIndexOf('/') + 1);
    if (server == null) {
      return;
    }
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      ServerStore.drop(connection, name);
    } catch (SQLException e) {
      throw new DatabaseException("Could not drop a test database", e);
    }
  }

  private static EmbeddedPostgres running(Consumer<DataSource> migrate) {
    if (server != null) {
      return server;
    }
    try {
      EmbeddedPostgres started =
          EmbeddedPostgres.builder()
              .setPort(QuietPort.free())
              .setServerConfig("max_connections", "400")
              .start();
      try (Connection connection = started.getPostgresDatabase().getConnection()) {
        ServerStore.createIfAbsent(connection, TEMPLATE);
      }
      migrate.accept(started.getDatabase("postgres", TEMPLATE));
      server = started;
      return started;
    } catch (IOException | SQLException e) {
      throw new DatabaseException("Could not start the scratch server for tests", e);
    }
  }
}
