package dev.kontor.engine.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a person is to the hub, and so what the person may do. */
public enum Role {
  /** Looks on. */
  VIEWER,
  /** Runs the day: buyers' data, decisions. */
  OPERATOR,
  /** Also changes what the hub goes by. */
  INTEGRATOR,
  /** Checks what others did, without buyers' data. */
  AUDITOR,
  /** May do everything and gives access to others. */
  ADMINISTRATOR;

  private Set<Right> rights() {
    return switch (this) {
      case VIEWER -> EnumSet.of(Right.READ);
      case OPERATOR -> EnumSet.of(Right.READ, Right.PERSONAL, Right.DECIDE);
      case INTEGRATOR -> EnumSet.of(Right.READ, Right.PERSONAL, Right.DECIDE, Right.CONFIGURE);
      case AUDITOR -> EnumSet.of(Right.READ, Right.AUDIT);
      case ADMINISTRATOR -> EnumSet.allOf(Right.class);
    };
  }

  /** As it stands in the API and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws AccessException if there is no such role
   */
  public static Role of(String word) {
    return Stream.of(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                AccessException.bad(
                    "roles", "has '" + word + "', which is no role; roles are " + words()));
  }

  /** All that any of the roles allows. */
  public static Set<Right> rights(Collection<Role> roles) {
    Set<Right> all = EnumSet.noneOf(Right.class);
    roles.forEach(role -> all.addAll(role.rights()));
    return all;
  }

  private static List<String> words() {
    return Stream.of(values()).map(Role::word).toList();
  }
}
