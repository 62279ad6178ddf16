package dev.kontor.app.web;

import org.jspecify.annotations.Nullable;

/** What somebody sent cannot be used; the message names the field and what to do. */
final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String field;

  BadInputException(String message) {
    super(message);
    this.field = null;
  }

  /**
   * @param field that is wrong
   * @param problem what is wrong with it and what to do, as a sentence goes on after the name
   */
  BadInputException(String field, String problem) {
    super(field + " " + problem);
    this.field = field;
  }

  /** The field that is wrong, null if the message alone names it. */
  @Nullable String field() {
    return field;
  }
}
