package dev.kontor.engine.db;

import java.nio.file.Path;
import java.util.Map;

/** Where the ledger lives: a PostgreSQL this process starts, or one somebody else runs. */
public sealed interface DatabaseSettings {

  /**
   * PostgreSQL started from the bundled binaries.
   *
   * @param directory holds data, password file, lock and log; survives {@link Database#close()}
   */
  record Embedded(Path directory) implements DatabaseSettings {}

  /** A PostgreSQL 17 or newer reached by JDBC URL. */
  record External(String url, String user, String password) implements DatabaseSettings {
    @Override
    public String toString() {
      return "External[" + user + "]";
    }
  }

  /**
   * {@code KONTOR_DATABASE_URL} with {@code KONTOR_DATABASE_USER} and {@code
   * KONTOR_DATABASE_PASSWORD} select an external server; otherwise the embedded one in {@code
   * home/database}.
   */
  static DatabaseSettings from(Map<String, String> environment, Path home) {
    String url = environment.getOrDefault("KONTOR_DATABASE_URL", "");
    if (url.isBlank()) {
      return new Embedded(home.resolve("database"));
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new DatabaseException(
          "KONTOR_DATABASE_URL must start with jdbc:postgresql: (other databases are not"
              + " supported); correct it or unset it to use the embedded database");
    }
    return new External(
        url,
        environment.getOrDefault("KONTOR_DATABASE_USER", ""),
        environment.getOrDefault("KONTOR_DATABASE_PASSWORD", ""));
  }
}
