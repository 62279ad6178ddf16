package dev.kontor.engine.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /** "did you mean …" where a known name is close, else the known names, else {@code otherwise}. */
  public static String remedy(String written, Collection<String> known, String otherwise) {
    Optional<String> near = to(written, known);
    if (near.isPresent()) {
      return "did you mean '" + near.get() + "'?";
    }
    return known.isEmpty()
        ? otherwise
        : otherwise + ", or use one of " + String.join(", ", new TreeSet<>(known));
  }

  static Optional<String> to(String written, Collection<String> known) {
    int bound = Math.max(2, written.length() / 3);
    return known.stream()
        .filter(name -> distance(written, name) <= bound)
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Insertions, deletions and replacements between two names, ignoring case (Levenshtein). */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
