package dev.kontor.twin.magento.option;

import dev.kontor.twin.magento.data.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a buyer enters for an option, checked as the shop does (Magento_Catalog,
 * Model/Product/Option/Type, validateUserValue). What does not hold is an IllegalArgumentException.
 */
final class UserValue {
  private static final String REQUIRED =
      "The product's required option(s) weren't entered. Make sure the options are entered and try"
          + " again.";
  private static final DateTimeFormatter ENTERED =
      DateTimeFormatter.ofPattern("[uuuu-MM-dd][ ][HH:mm[:ss]]")
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter INTERNAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final int DAY = 10;

  private final ObjectNode option;
  private final OptionType type;

  UserValue(ObjectNode option) {
    this.option = option;
    this.type = OptionType.of(option);
  }

  /**
   * Empty where nothing is chosen.
   *
   * @param now the shop's time, which a time of day is of
   */
  Optional<Choice> of(JsonNode given, String now) {
    List<String> entered =
        (given.isArray() ? given.valueStream() : Stream.of(given))
            .map(g -> g.isObject() ? new DateFields(g).text() : g.asString("").strip())
            .filter(text -> !text.isEmpty())
            .toList();
    if (entered.isEmpty()) {
      if (option.path("is_require").asBoolean(false)) {
        throw new IllegalArgumentException(REQUIRED);
      }
      return Optional.empty();
    }
    return Optional.of(
        switch (type) {
          case FIELD, AREA -> text(entered.getFirst());
          case DROP_DOWN, RADIO, CHECKBOX, MULTIPLE -> values(entered);
          case DATE, DATE_TIME, TIME -> time(entered.getFirst(), now);
          case FILE -> throw new IllegalArgumentException("the twin takes no files with an order");
        });
  }

  /** An end of line is one character. */
  private Choice text(String entered) {
    String text = entered.replace("\r\n", "\n");
    long most = Row.number(option, "max_characters");
    if (most > 0 && text.codePointCount(0, text.length()) > most) {
      throw new IllegalArgumentException("The text is too long. Shorten the text and try again.");
    }
    return new Choice(option, List.of(), text);
  }

  private Choice values(List<String> entered) {
    List<String> ids =
        type.isMultiple()
            ? entered.stream().flatMap(e -> Stream.of(e.split(","))).toList()
            : entered;
    List<ObjectNode> values =
        ids.stream().flatMap(id -> CustomOptions.value(option, id).stream()).toList();
    boolean known = values.size() == ids.size() && new HashSet<>(ids).size() == ids.size();
    if (!known || (!type.isMultiple() && ids.size() > 1)) {
      throw new IllegalArgumentException(
          "Some of the selected item options are not currently available.");
    }
    return new Choice(option, values, String.join(",", ids));
  }

  private Choice time(String entered, String now) {
    TemporalAccessor parsed = parsed(entered);
    LocalDate day =
        type == OptionType.TIME
            ? LocalDate.parse(now.substring(0, DAY))
            : present(parsed.query(TemporalQueries.localDate()), "date");
    LocalTime hour =
        type == OptionType.DATE
            ? LocalTime.MIDNIGHT
            : present(parsed.query(TemporalQueries.localTime()), "time");
    return new Choice(option, List.of(), day.atTime(hour).format(INTERNAL));
  }

  private TemporalAccessor parsed(String entered) {
    try {
      return ENTERED.parse(entered);
    } catch (DateTimeException e) {
      throw unspecified(type == OptionType.TIME ? "time" : "date");
    }
  }

  private static <T> T present(@Nullable T part, String what) {
    if (part == null) {
      throw unspecified(what);
    }
    return part;
  }

  private static IllegalArgumentException unspecified(String what) {
    return new IllegalArgumentException("Please specify " + what + " required option(s).");
  }
}
