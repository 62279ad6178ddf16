package dev.kontor.engine.db;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a list of records into the column arrays of an {@code unnest} batch. */
public final class Columns {

  private Columns() {}

  public static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    @Nullable String[] values = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  public static <T> @Nullable Long[] longs(List<T> rows, Function<T, @Nullable Long> column) {
    @Nullable Long[] values = new Long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  public static <T> Integer[] ints(List<T> rows, Function<T, Integer> column) {
    Integer[] values = new Integer[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  public static <T> Boolean[] flags(List<T> rows, Function<T, Boolean> column) {
    Boolean[] values = new Boolean[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  public static <T> byte[] @Nullable [] bytes(List<T> rows, Function<T, byte @Nullable []> column) {
    byte[] @Nullable [] values = new byte[rows.size()] @Nullable [];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  public static <T> @Nullable OffsetDateTime[] times(
      List<T> rows, Function<T, @Nullable Instant> column) {
    @Nullable OffsetDateTime[] values = new OffsetDateTime[rows.size()];
    for (int i = 0; i < values.length; i++) {
      Instant instant = column.apply(rows.get(i));
      values[i] = instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
    return values;
  }

  public static <T> BigDecimal[] decimals(List<T> rows, Function<T, BigDecimal> column) {
    BigDecimal[] values = new BigDecimal[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }
}
