package dev.kontor.connector.magento.order;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/** The shop's times are UTC without saying so (magento/contract.md §2). */
public final class ShopTime {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private ShopTime() {}

  /** Of a field of a row. */
  public static Instant of(JsonNode row, String field) {
    String time = Text.text(row.path(field));
    try {
      return LocalDateTime.parse(time == null ? "" : time, FORM).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw Unreadable.field(field, "is no time of the shop; read the order again");
    }
  }

  /** As a search wants it; parts of a second are cut off. */
  public static String text(Instant time) {
    return FORM.format(time);
  }
}
