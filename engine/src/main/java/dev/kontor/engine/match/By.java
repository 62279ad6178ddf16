package dev.kontor.engine.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What two documents were found to have in common. */
public enum By {
  /** The article number, letter by letter. */
  NUMBER,
  /** The article number but for case and blanks. */
  SPELLING,
  VAT_ID,
  EMAIL,
  /** The external reference by which an order names the shop's number. */
  REFERENCE,
  /** Nothing: a person added the row. */
  PERSON;

  /** As files and output have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<By> of(String key) {
    return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
  }
}
