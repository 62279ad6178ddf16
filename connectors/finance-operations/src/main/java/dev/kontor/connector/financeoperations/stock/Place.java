package dev.kontor.connector.financeoperations.stock;

import dev.kontor.spi.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * How far a poll of stock has come.
 *
 * @param item the last one looked at; blank at the beginning
 * @param sku the last article of it that was told; blank if all were
 */
record Place(String item, String sku) {

  private static final String BETWEEN = "\t";

  static Place of(@Nullable Cursor cursor) {
    String[] parts = (cursor == null ? "" : cursor.value()).split(BETWEEN, 2);
    return new Place(parts[0], parts.length > 1 ? parts[1] : "");
  }

  Cursor cursor() {
    return new Cursor(sku.isEmpty() ? item : item + BETWEEN + sku);
  }
}
