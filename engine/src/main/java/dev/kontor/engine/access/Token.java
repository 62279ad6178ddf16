package dev.kontor.engine.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access of a program.
 *
 * @param name what it is for
 * @param expires null: never
 * @param lastUsed to within a minute; null if never
 */
public record Token(
    long id,
    String name,
    Set<Right> rights,
    Instant created,
    @Nullable Instant expires,
    @Nullable Instant lastUsed) {

  /** As decisions of the program are signed in the audit; nobody else can have such a name. */
  public String signature() {
    return "token:" + id + " " + name;
  }
}
