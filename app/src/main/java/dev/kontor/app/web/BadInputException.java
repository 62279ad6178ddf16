package dev.kontor.app.web;

/** What somebody sent cannot be used; the message begins with the field and says what to do. */
final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  BadInputException(String message) {
    super(message);
    this.field = message.split(" ", 2)[0];
  }

  /**
   * @param field that is wrong
   * @param problem what is wrong with it and what to do, as a sentence goes on after the name
   */
  BadInputException(String field, String problem) {
    super(field + " " + problem);
    this.field = field;
  }

  String field() {
    return field;
  }
}
