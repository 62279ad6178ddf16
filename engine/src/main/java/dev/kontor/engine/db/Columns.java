package dev.kontor.engine.db;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a list of records into the column arrays of an {@code unnest} batch. */
public final class Columns {

  private Columns() {}

  public static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    return filled(new String[rows.size()], rows, column);
  }

  public static <T> @Nullable Long[] longs(List<T> rows, Function<T, @Nullable Long> column) {
    return filled(new Long[rows.size()], rows, column);
  }

  public static <T> Integer[] ints(List<T> rows, Function<T, Integer> column) {
    return filled(new Integer[rows.size()], rows, column);
  }

  public static <T> Boolean[] flags(List<T> rows, Function<T, Boolean> column) {
    return filled(new Boolean[rows.size()], rows, column);
  }

  public static <T> byte[] @Nullable [] bytes(List<T> rows, Function<T, byte @Nullable []> column) {
    return filled(new byte[rows.size()] @Nullable [], rows, column);
  }

  public static <T> @Nullable OffsetDateTime[] times(
      List<T> rows, Function<T, @Nullable Instant> column) {
    return filled(new OffsetDateTime[rows.size()], rows, row -> utc(column.apply(row)));
  }

  public static <T> BigDecimal[] decimals(List<T> rows, Function<T, BigDecimal> column) {
    return filled(new BigDecimal[rows.size()], rows, column);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static <T, V extends @Nullable Object> V[] filled(
      V[] values, List<T> rows, Function<T, V> column) {
    Arrays.setAll(values, i -> column.apply(rows.get(i)));
    return values;
  }
}
