package dev.kontor.engine.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What somebody may do at the administration port. */
public enum Right {
  /** Sees states, numbers and figures. */
  READ,
  /** Sees personal data of buyers. */
  PERSONAL,
  /** Decides about messages, stops and resumes. */
  DECIDE,
  /** Changes what the hub goes by. */
  CONFIGURE,
  /** Reads the audit. */
  AUDIT,
  /** Gives and takes access. */
  USERS;

  /** As it stands in the API and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws AccessException if there is no such right
   */
  public static Right of(String word) {
    for (Right right : values()) {
      if (right.word().equals(word)) {
        return right;
      }
    }
    throw AccessException.bad(
        "rights", "has '" + word + "', which is no right; rights are " + words(Set.of(values())));
  }

  /** In the order they are declared in. */
  public static List<String> words(Set<Right> rights) {
    return new TreeSet<>(rights).stream().map(Right::word).toList();
  }
}
