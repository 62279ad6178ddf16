package dev.kontor.app.access;

import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.User;
import java.util.Optional;

/** A link that signs one user in once, within ten minutes. */
public final class OneTimeLink {

  /** Where it leads to. */
  public static final String PATH = "/api/session/link";

  private static final String PURPOSE = "link";

  private OneTimeLink() {}

  /** Path and key, to be put behind the address of the administration. */
  public static String of(Access access, String user) {
    return PATH + "?key=" + access.keys().make(PURPOSE, user);
  }

  /** Who comes by it; empty if it was used, is too old, or the user may not sign in. */
  public static Optional<User> open(Access access, String key) {
    return access
        .keys()
        .take(PURPOSE, key)
        .flatMap(access.users()::find)
        .filter(user -> !user.disabled());
  }
}
