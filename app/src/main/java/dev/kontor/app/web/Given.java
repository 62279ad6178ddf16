package dev.kontor.app.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request must state. */
final class Given {

  /** Most characters of what is said about a decision. */
  static final int SENTENCES = 4000;

  /** Most characters of a name, number or key. */
  static final int NAME = 200;

  private Given() {}

  /**
   * @throws BadInputException if there is nothing but space, or more characters than that
   */
  static String text(String field, @Nullable String value, int longest) {
    String given = text(field, value);
    if (given.length() > longest) {
      throw new BadInputException(
          field, "has " + given.length() + " characters; give at most " + longest);
    }
    return given;
  }

  /**
   * @throws BadInputException if there is nothing but space
   */
  static String text(String field, @Nullable String value) {
    String given = present(field, value);
    if (given.isBlank()) {
      throw missing(field);
    }
    return given;
  }

  /**
   * @throws BadInputException if there is nothing
   */
  static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw missing(field);
    }
    return value;
  }

  /**
   * @throws BadInputException if there is no list, or a gap in it
   */
  static <T> List<T> all(String field, @Nullable List<@Nullable T> values) {
    if (values == null) {
      throw missing(field);
    }
    List<T> all = new ArrayList<>();
    for (@Nullable T value : values) {
      all.add(present(field, value));
    }
    return all;
  }

  private static BadInputException missing(String field) {
    return new BadInputException(field + " is missing; it must have a value");
  }
}
