package dev.kontor.engine.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param name as the audit says who decided; in lower case
 * @param display what others call the person
 * @param via who checks that it is the person
 * @param mustChange whether the password was given by somebody else and only serves to set another
 * @param lastSignIn null if never
 */
public record User(
    String name,
    String display,
    List<Role> roles,
    Via via,
    boolean mustChange,
    boolean disabled,
    @Nullable Instant lastSignIn) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");
  private static final int LONGEST_DISPLAY = 100;

  /** The first user of an installation. */
  public static final String FIRST = "admin";

  /** Who checks that it is the person. */
  public enum Via {
    PASSWORD,
    OIDC;

    /** As it stands in the API. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The name as it is stored.
   *
   * @throws AccessException if no user can have it
   */
  public static String checkedName(String given) {
    String name = given.strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw AccessException.bad(
          "user", "must have 1 to 100 of a-z, 0-9 and . _ @ + -, beginning with a letter or digit");
    }
    return name;
  }

  static String checkedDisplay(String given) {
    if (given.isBlank() || given.length() > LONGEST_DISPLAY) {
      throw AccessException.bad("name", "must have 1 to " + LONGEST_DISPLAY + " characters");
    }
    return given.strip();
  }

  static List<Role> checkedRoles(List<Role> roles) {
    if (roles.isEmpty()) {
      throw AccessException.bad("roles", "is empty; give at least one");
    }
    return roles.stream().distinct().sorted().toList();
  }
}
