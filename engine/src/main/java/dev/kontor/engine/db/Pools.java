package dev.kontor.engine.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Opens connection pools whose sessions differ in how freely PostgreSQL may plan. */
final class Pools {
  /** A plan made while a table was empty is kept; on the hot path only index plans are right. */
  private static final String PINNED_PLANS =
      "; set enable_hashjoin = off; set enable_mergejoin = off; set enable_seqscan = off";

  enum Kind {
    HOT("kontor-hot", PINNED_PLANS, 1),
    GENERAL("kontor-general", "", 5);

    private final String poolName;
    private final String session;
    private final int prepareThreshold;

    Kind(String poolName, String session, int prepareThreshold) {
      this.poolName = poolName;
      this.session = session;
      this.prepareThreshold = prepareThreshold;
    }
  }

  private static final int CONNECTIONS = 10;

  private Pools() {}

  static HikariDataSource open(Endpoint endpoint, Kind kind, String timeZone) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(kind.poolName);
    config.setJdbcUrl(endpoint.url());
    config.setUsername(endpoint.user());
    config.setPassword(endpoint.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(30_000);
    // The driver sends the JVM's zone at sign-in, so the session's own zone is set after it.
    config.setConnectionInitSql("set time zone '" + timeZone + "'; set jit = off" + kind.session);
    config.addDataSourceProperty("prepareThreshold", kind.prepareThreshold);
    config.addDataSourceProperty("ApplicationName", kind.poolName);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // The server's details quote whole rows, and exceptions end in logs.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }
}
