package dev.kontor.twin.magento.api;

/** A value of the wrong type; the message names every field on the way to it. */
final class BadValue extends RuntimeException {
  private final String text;

  private BadValue(String text) {
    super(text);
    this.text = text;
  }

  String text() {
    return text;
  }

  static BadValue of(String value, String type) {
    return new BadValue(
        "The \""
            + value
            + "\" value's type is invalid. The \""
            + type
            + "\" type was expected. Verify and try again.");
  }

  BadValue in(String field) {
    return new BadValue("Error occurred during \"" + field + "\" processing. " + text);
  }
}
