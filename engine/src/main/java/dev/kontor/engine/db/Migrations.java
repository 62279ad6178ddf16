package dev.kontor.engine.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema's versions; migrations are append-only and several processes may start at once. */
public final class Migrations {
  private Migrations() {}

  /** Brings the schema to this release. */
  public static void migrate(DataSource source) {
    configuration(source).load().migrate();
  }

  /** Brings an empty schema to an earlier release's version, to load that release's backup. */
  public static void migrateTo(DataSource source, String version) {
    configuration(source).target(version).load().migrate();
  }

  /** The version the schema has. */
  public static String version(DataSource source) {
    MigrationInfo current = configuration(source).load().info().current();
    if (current == null || current.getVersion() == null) {
      throw new DatabaseException("The database has no schema yet; start the hub once");
    }
    return current.getVersion().getVersion();
  }

  private static FluentConfiguration configuration(DataSource source) {
    return Flyway.configure().dataSource(source).locations("classpath:db/migration");
  }
}
