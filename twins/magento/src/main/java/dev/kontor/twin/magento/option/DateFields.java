package dev.kontor.twin.magento.option;

import dev.kontor.twin.magento.data.Row;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A date or a time as the storefront's select lists send it: {@code {month, day, year, hour,
 * minute, day_part}} (Magento_Catalog, Model/Product/Option/Type/Date).
 */
record DateFields(JsonNode sent) {
  private static final long NOON = 12;

  /** {@code 2026-12-24 14:30} or what there is of it; empty where nothing is selected. */
  String text() {
    if (joined().replace(",", "").isBlank()) {
      return "";
    }
    String day =
        sent.has("year")
            ? "%04d-%02d-%02d".formatted(number("year"), number("month"), number("day"))
            : "";
    String time = sent.has("hour") ? "%02d:%02d".formatted(hour(), number("minute")) : "";
    return (day + " " + time).strip();
  }

  private long number(String field) {
    return Row.number(sent, field);
  }

  private long hour() {
    long hour = number("hour");
    return switch (Row.text(sent, "day_part")) {
      case "am" -> hour % NOON;
      case "pm" -> hour % NOON + NOON;
      default -> hour;
    };
  }

  /** All of it in the order in which it was sent. */
  String joined() {
    return sent.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
  }
}
