package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Role;
import dev.kontor.engine.access.Token;
import dev.kontor.engine.access.User;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: a person who is signed in, or a program with a token. Controllers take it as a
 * parameter.
 *
 * @param name as decisions are signed in the audit
 * @param user the person, null for a program
 * @param secret what the person's cookie holds, null for a program
 * @param token the program's, null for a person
 */
record Caller(
    String name,
    Set<Right> rights,
    @Nullable User user,
    @Nullable String secret,
    @Nullable Token token) {

  static Caller of(User user, String secret) {
    return new Caller(user.name(), Role.rights(user.roles()), user, secret, null);
  }

  static Caller of(Token token) {
    return new Caller(token.signature(), token.rights(), null, null, token);
  }

  boolean mustChangePassword() {
    return user != null && user.mustChange();
  }

  List<String> roles() {
    return user == null ? List.of() : user.roles().stream().map(Role::word).toList();
  }

  /** Rights in words. */
  List<String> words() {
    return rights.stream().sorted().map(Right::word).toList();
  }

  /** The cookie's secret is not to be seen anywhere. */
  @Override
  public String toString() {
    return "Caller[" + name + "]";
  }
}
