package dev.kontor.engine.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds columns of a batch as PostgreSQL arrays, for one statement over {@code unnest}. */
public final class SqlArrays {
  private SqlArrays() {}

  public static Array int8(Connection connection, long[] values) throws SQLException {
    return connection.createArrayOf("int8", box(values));
  }

  public static Array int8(Connection connection, Collection<? extends @Nullable Long> values)
      throws SQLException {
    return connection.createArrayOf("int8", values.toArray());
  }

  public static Array int4(Connection connection, Collection<? extends @Nullable Integer> values)
      throws SQLException {
    return connection.createArrayOf("int4", values.toArray());
  }

  public static Array text(Connection connection, Collection<? extends @Nullable String> values)
      throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  public static Array bool(Connection connection, Collection<? extends @Nullable Boolean> values)
      throws SQLException {
    return connection.createArrayOf("bool", values.toArray());
  }

  public static Array uuid(Connection connection, Collection<? extends @Nullable UUID> values)
      throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }

  /** Sent in binary; a null element is SQL null. */
  public static Array bytea(Connection connection, Collection<byte @Nullable []> values)
      throws SQLException {
    return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
  }

  /** Cut to microseconds, which is what a {@code timestamptz} keeps, so that reads equal writes. */
  public static Array timestamptz(
      Connection connection, Collection<? extends @Nullable Instant> values) throws SQLException {
    return connection.createArrayOf(
        "timestamptz", values.stream().map(SqlArrays::micros).toArray());
  }

  private static @Nullable String micros(@Nullable Instant value) {
    return value == null ? null : value.truncatedTo(ChronoUnit.MICROS).toString();
  }

  private static Long[] box(long[] values) {
    Long[] boxed = new Long[values.length];
    java.util.Arrays.setAll(boxed, i -> values[i]);
    return boxed;
  }
}
