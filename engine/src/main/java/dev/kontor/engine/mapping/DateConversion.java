package dev.kontor.engine.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a date or time and writes it as an ISO date (in a zone) or an ISO instant.
 *
 * @param form what is written
 * @param format of the source, null for ISO-8601
 * @param zone of local times in the source and of the written date; null where none is needed
 */
record DateConversion(Form form, @Nullable DateTimeFormatter format, @Nullable ValueSource zone)
    implements ValueStep {

  /** What a time is written as. */
  enum Form {
    DATE,
    DATETIME
  }

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  @Override
  public JsonNode translate(JsonNode value, Scope scope) {
    TemporalAccessor read = read(value.asString(), scope);
    String written =
        switch (form) {
          case DATE -> date(read, scope).toString();
          case DATETIME -> instant(read, scope).toString();
        };
    return JsonNodeFactory.instance.stringNode(written);
  }

  private TemporalAccessor read(String text, Scope scope) {
    try {
      return (format == null ? ISO : format)
          .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    } catch (DateTimeException e) {
      // Only the shape is shown, since a date may be somebody's birthday.
      throw scope.invalid(
          "has the form " + text.replaceAll("\\d", "9") + ", which 'format' does not describe");
    }
  }

  private LocalDate date(TemporalAccessor read, Scope scope) {
    return switch (read) {
      case OffsetDateTime time -> time.atZoneSameInstant(zone(scope)).toLocalDate();
      case LocalDateTime time -> time.toLocalDate();
      default -> LocalDate.from(read);
    };
  }

  private Instant instant(TemporalAccessor read, Scope scope) {
    return switch (read) {
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> ZonedDateTime.of(time, zone(scope)).toInstant();
      default -> LocalDate.from(read).atStartOfDay(zone(scope)).toInstant();
    };
  }

  private ZoneId zone(Scope scope) {
    JsonNode name = zone == null ? null : zone.read(scope);
    if (name == null) {
      throw scope.invalid("needs a time zone; add 'zone' to the rule, e.g. Europe/Berlin");
    }
    try {
      return ZoneId.of(name.asString());
    } catch (DateTimeException e) {
      throw scope.invalid("names the time zone '" + name.asString() + "', which does not exist");
    }
  }
}
