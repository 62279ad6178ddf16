package dev.kontor.twin.shopware.data;

import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.LongNode;

/** Values in the shop's own JSON notation (observed.md "JSON"). */
public final class Values {
  public static final String LIVE_VERSION = "0fa91ce3e96a4bc2be4bd9ce752c3425";
  public static final String SYSTEM_LANGUAGE = "2fbb5fe2e29a4d70aa5854ce7ce3e20b";
  public static final String EURO = "b7d2554b0ce847cd82f3ac9bd1c0dfca";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+00:00'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private Values() {}

  /** A JSON number, an integer when whole. */
  public static JsonNode number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= 0
        ? LongNode.valueOf(plain.longValueExact())
        : DecimalNode.valueOf(plain);
  }

  /** Milliseconds and offset: 2026-11-21T09:45:54.533+00:00. */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** As the database keeps it: 2026-11-21 09:43:12.385. */
  public static String stored(Instant instant) {
    return STORED.format(instant);
  }

  /** Reads any notation of a time the shop accepts; empty when it is none. */
  public static Optional<Instant> instant(String text) {
    return Times.parse(text);
  }

  public static BigDecimal decimal(@Nullable JsonNode node) {
    return node != null && node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
  }

  /** The text of a string value, null when missing or JSON null. */
  public static @Nullable String text(JsonNode row, String field) {
    JsonNode value = row.get(field);
    return value != null && value.isString() ? value.stringValue() : null;
  }

  /** The text of a value that must be there; throws IllegalStateException when it is not. */
  public static String required(JsonNode row, String field) {
    String text = text(row, field);
    if (text == null) {
      throw new IllegalStateException("Row without " + field);
    }
    return text;
  }

  public static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? Json.MAPPER.nullNode() : node;
  }
}
