package dev.kontor.app.web;

/** What somebody sent cannot be used; the message names the field and what to do. */
final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }
}
