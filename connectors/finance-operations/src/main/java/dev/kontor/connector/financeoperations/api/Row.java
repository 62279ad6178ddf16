package dev.kontor.connector.financeoperations.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of a row as the service writes them: blank texts and the day 1900-01-01 stand for nothing,
 * choices are their symbols, a day is noon UTC (finance-operations/contract.md §2).
 */
public final class Row {

  public static final String YES = "Yes";
  public static final String NO = "No";

  private static final LocalDate NEVER = LocalDate.of(1900, 1, 1);
  private static final String NOON = "T12:00:00Z";

  private Row() {}

  /** Blank if there is none. */
  public static String text(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
  }

  /** Zero if there is none. */
  public static BigDecimal number(JsonNode row, String field) {
    JsonNode value = row.path(field);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    String text = text(row, field);
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** Null for none. */
  public static @Nullable LocalDate day(JsonNode row, String field) {
    String text = text(row, field);
    LocalDate day =
        text.isEmpty() ? NEVER : LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC);
    return day.equals(NEVER) ? null : day;
  }

  /** The epoch for none. */
  public static Instant instant(JsonNode row, String field) {
    return day(row, field) == null ? Instant.EPOCH : Instant.parse(text(row, field));
  }

  /** Of a row that has changed since it was read: whatever it is by now. */
  public static JsonNode asItIs(JsonNode row) {
    ObjectNode same = row.deepCopy().asObject();
    same.remove("@odata.etag");
    return same;
  }

  /** Those fields of a row that others have. */
  public static ObjectNode only(JsonNode row, ObjectNode others) {
    ObjectNode some = row.deepCopy().asObject();
    some.properties().removeIf(field -> !others.has(field.getKey()));
    return some;
  }

  /** As a day is written: at noon, so that no zone moves it. */
  public static String noon(LocalDate day) {
    return day + NOON;
  }
}
