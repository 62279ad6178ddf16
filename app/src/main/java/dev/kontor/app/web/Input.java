package dev.kontor.app.web;

import org.jspecify.annotations.Nullable;

/** Checks of what requests bring. */
final class Input {

  private Input() {}

  /**
   * @throws BadInputException if it is missing or blank
   */
  static String text(String field, @Nullable String value) {
    String given = present(field, value);
    if (given.isBlank()) {
      throw missing(field);
    }
    return given;
  }

  /**
   * @throws BadInputException if it is missing
   */
  static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw missing(field);
    }
    return value;
  }

  private static BadInputException missing(String field) {
    return new BadInputException(field + " is missing; it must have a value");
  }
}
