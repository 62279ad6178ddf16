package dev.kontor.app.web;

/** What somebody sent cannot be used; the message begins with the field and says what to do. */
final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  BadInputException(String message) {
    super(message);
    this.field = message.split(" ", 2)[0];
  }

  String field() {
    return field;
  }
}
