package dev.kontor.engine.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

final class DatabaseExceptionTest {

  private static boolean outage(SQLException cause) {
    return new DatabaseException("failed", cause).isOutage();
  }

  @Test
  void aLostServerIsAnOutageAndARefusedStatementIsNot() {
    assertThat(outage(new SQLException("connection failure", "08006"))).isTrue();
    assertThat(outage(new SQLException("admin shutdown", "57P01"))).isTrue();
    assertThat(outage(new SQLTransientConnectionException("no connection in time"))).isTrue();
    assertThat(outage(new SQLException("unique violation", "23505"))).isFalse();
    assertThat(outage(new SQLException("unknown"))).isFalse();
    assertThat(new DatabaseException("no server").isOutage()).isFalse();
  }
}
