package dev.kontor.connector.financeoperations.datapackage;

/** What of a text XML has a way to write at all; the rest nobody can read either. */
final class Printable {

  private static final int FIRST = 0x20;
  private static final int LAST = 0xFFFD;
  private static final int FIRST_BEYOND = 0x10000;

  private Printable() {}

  static String of(String text) {
    return text.codePoints()
        .filter(point -> isSpace(point) || isSign(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSpace(int point) {
    return point == '\t' || point == '\n' || point == '\r';
  }

  private static boolean isSign(int point) {
    return point >= FIRST_BEYOND || (point >= FIRST && point <= LAST && !isHalf(point));
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
