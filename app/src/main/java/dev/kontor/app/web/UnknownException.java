package dev.kontor.app.web;

/** What somebody named is not there; the message says what. */
final class UnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownException(String message) {
    super(message);
  }
}
