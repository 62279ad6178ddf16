package dev.kontor.engine.db;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds parameters and reads rows so that stores show SQL and little else. */
public final class Jdbc {

  /** Reads the current row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Jdbc() {}

  /**
   * @param args scalars, or arrays bound as SQL arrays
   * @return rows changed
   */
  public static int update(Connection connection, String sql, @Nullable Object... args)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, args);
      return statement.executeUpdate();
    }
  }

  /** All rows, in the order the statement gives. */
  public static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... args)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, args);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          result.add(reader.read(rows));
        }
        return result;
      }
    }
  }

  /** A timestamp column, null if it is. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A bigint column, null if it is. */
  public static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object[] args)
      throws SQLException {
    for (int i = 0; i < args.length; i++) {
      statement.setObject(i + 1, bindable(connection, args[i]));
    }
  }

  private static @Nullable Object bindable(Connection connection, @Nullable Object arg)
      throws SQLException {
    return switch (arg) {
      case null -> null;
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case byte[] bytes -> bytes;
      case Object[] array -> connection.createArrayOf(elementType(array), array);
      default -> arg;
    };
  }

  private static String elementType(Object[] array) {
    return switch (array) {
      case String[] a -> "text";
      case Long[] a -> "bigint";
      case Integer[] a -> "int4";
      case Boolean[] a -> "bool";
      case BigDecimal[] a -> "numeric";
      case OffsetDateTime[] a -> "timestamptz";
      case byte[][] a -> "bytea";
      default -> throw new IllegalArgumentException("no SQL array type for " + array.getClass());
    };
  }
}
