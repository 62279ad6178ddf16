package dev.kontor.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an address is asked for, checked: every parameter is known, and has a value that can be used
 * or none.
 */
final class Query {

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final Map<String, String[]> parameters;

  /**
   * @param known names of parameters
   * @throws BadInputException if there is another
   */
  Query(HttpServletRequest request, Set<String> known) {
    this.parameters = request.getParameterMap();
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        throw new BadInputException(name, "is unknown; known are " + new TreeSet<>(known));
      }
    }
  }

  private Stream<String> all(String name, int longest) {
    return Arrays.stream(parameters.getOrDefault(name, new String[0]))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .peek(value -> check(name, value, longest));
  }

  private static void check(String name, String value, int longest) {
    if (value.length() > longest) {
      throw new BadInputException(
          name, "has " + value.length() + " characters; give at most " + longest);
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new BadInputException(name, "has a control character; leave it out");
    }
  }

  /** Null if it is not stated or blank. */
  @Nullable String text(String name, int longest) {
    List<String> values = all(name, longest).toList();
    if (values.size() > 1) {
      throw new BadInputException(name, "is stated " + values.size() + " times; state it once");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /** All that are stated, each one of those. */
  Set<String> words(String name, List<String> known) {
    Set<String> words = new TreeSet<>();
    all(name, 40)
        .forEach(
            word -> {
              if (!known.contains(word)) {
                throw new BadInputException(name, word + " is unknown; known are " + known);
              }
              words.add(word);
            });
    return words;
  }

  /** Null if it is not stated. */
  @Nullable Instant instant(String name) {
    String text = text(name, 40);
    if (text == null) {
      return null;
    }
    try {
      // A plus sign in an address is a blank once it is read.
      Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant;
      }
    } catch (DateTimeException noInstant) {
      // Said below.
    }
    throw new BadInputException(
        name, text + " is no time; give one such as 2026-12-01T10:00:00Z, from 1970 to 9999");
  }

  /** A whole number. */
  int number(String name, int otherwise, int least, int most) {
    String text = text(name, 40);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new BadInputException(
        name, text + " cannot be used; give a whole number from " + least + " to " + most);
  }
}
