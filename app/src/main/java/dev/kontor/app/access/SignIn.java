package dev.kontor.app.access;

import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.AccessException;
import dev.kontor.engine.access.User;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Signs people in by password and lets them choose another. */
public final class SignIn {

  private static final int SHORTEST = 12;

  /** What is longer only costs time. */
  private static final int LONGEST = 256;

  private final Access access;
  private final Passwords passwords;

  public SignIn(Access access, Passwords passwords) {
    this.access = access;
    this.passwords = passwords;
  }

  /** What became of a try. */
  public sealed interface Result {
    /**
     * @param secret for the browser's cookie
     */
    record Done(User user, String secret) implements Result {
      @Override
      public String toString() {
        return "Done[" + user.name() + "]";
      }
    }

    /** User or password is wrong; which, is not to be told. */
    record Wrong() implements Result {}

    /** There were too many tries; nothing was looked at. */
    record TooMany(Duration delay) implements Result {}
  }

  /**
   * @param address where the try comes from
   */
  public Result tried(String typed, String password, String address) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    Duration wait = access.limit().count(name, address);
    if (wait.isPositive()) {
      return new Result.TooMany(wait);
    }
    Optional<String> hash = access.users().password(name);
    if (!passwords.isRight(cut(password), hash)) {
      access.sessions().refused(access.users().find(name), "password");
      return new Result.Wrong();
    }
    access.limit().right(name, address);
    return begun(name, hash.orElseThrow());
  }

  /**
   * Sets the password a person chose; all sessions of the person end and a new one begins.
   *
   * @throws AccessException if the new one must not be taken
   */
  public Result choose(User user, String old, String chosen, String address) {
    check(user, old, chosen);
    Duration wait = access.limit().count(user.name(), address);
    if (wait.isPositive()) {
      return new Result.TooMany(wait);
    }
    Optional<String> hash = access.users().password(user.name());
    if (!passwords.isRight(cut(old), hash)) {
      access.sessions().refused(Optional.of(user), "password change");
      return new Result.Wrong();
    }
    access.limit().right(user.name(), address);
    String fresh = passwords.hash(chosen);
    return access.users().choose(user.name(), hash.orElseThrow(), fresh)
        ? begun(user.name(), fresh)
        : new Result.Wrong();
  }

  /** Hashing takes its time; who was reset or disabled meanwhile does not come in. */
  private Result begun(String name, String hash) {
    return access
        .sessions()
        .begin(name, "password", hash)
        .<Result>map(secret -> new Result.Done(access.users().find(name).orElseThrow(), secret))
        .orElseGet(Result.Wrong::new);
  }

  private static void check(User user, String old, String chosen) {
    if (chosen.codePointCount(0, chosen.length()) < SHORTEST || chosen.length() > LONGEST) {
      throw AccessException.bad("new", "must have " + SHORTEST + " to " + LONGEST + " characters");
    }
    if (chosen.toLowerCase(Locale.ROOT).contains(user.name())) {
      throw AccessException.bad("new", "contains the user's name; choose one without it");
    }
    if (chosen.equals(old)) {
      throw AccessException.bad("new", "is the old password; choose another");
    }
  }

  private static String cut(String password) {
    return password.length() > LONGEST ? password.substring(0, LONGEST) : password;
  }

  /** The password of the first administrator, if there was no user and this one was made now. */
  public Optional<String> firstPassword() {
    String password = Passwords.oneTime();
    return access.users().addFirst(passwords.hash(password))
        ? Optional.of(password)
        : Optional.empty();
  }
}
