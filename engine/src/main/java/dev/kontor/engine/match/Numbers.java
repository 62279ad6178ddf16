package dev.kontor.engine.match;

import java.util.Locale;

/** Numbers as people type them. */
final class Numbers {

  private Numbers() {}

  /** The same for numbers that differ by case and blanks only. */
  static String normalised(String number) {
    return number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** As {@link #normalised}; a spreadsheet takes leading zeros away, too. */
  static boolean alike(String one, String other) {
    return withoutZeros(one).equals(withoutZeros(other));
  }

  private static String withoutZeros(String number) {
    return normalised(number).replaceFirst("^0+(?=.)", "");
  }
}
