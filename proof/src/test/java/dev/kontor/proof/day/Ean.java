package dev.kontor.proof.day;

/** Bar codes of thirteen digits. */
final class Ean {

  private Ean() {}

  /** With its check digit after twelve others. */
  static String of(long first) {
    String twelve = "%012d".formatted(first);
    int sum = 0;
    for (int i = 0; i < twelve.length(); i++) {
      sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return twelve + (10 - sum % 10) % 10;
  }
}
