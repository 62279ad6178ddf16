package dev.kontor.twin.magento.api;

import java.util.Comparator;

/** PHP's strnatcmp, which sorts Magento's signed parameters: runs of digits compare as numbers. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int k = 0;
    while (i < one.length() && k < other.length()) {
      int iEnd = digits(one, i);
      int kEnd = digits(other, k);
      boolean numbers = iEnd > i && kEnd > k && one.charAt(i) != '0' && other.charAt(k) != '0';
      if (numbers && iEnd - i != kEnd - k) {
        return (iEnd - i) - (kEnd - k);
      }
      if (one.charAt(i) != other.charAt(k)) {
        return one.charAt(i) - other.charAt(k);
      }
      i++;
      k++;
    }
    return (one.length() - i) - (other.length() - k);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
