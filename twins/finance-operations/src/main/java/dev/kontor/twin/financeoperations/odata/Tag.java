package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.kit.odata.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The version of a row: a weak tag over RecVersion and RecId (contract.md §2). */
final class Tag {
  private static final long FIRST_RECORD = 5_637_144_576L;

  private Tag() {}

  static String of(Row row) {
    String mark = "'" + row.version() + "," + record(row) + "'";
    return "W/\""
        + Base64.getEncoder().encodeToString(mark.getBytes(StandardCharsets.UTF_8))
        + "\"";
  }

  private static long record(Row row) {
    return FIRST_RECORD + row.place();
  }
}
