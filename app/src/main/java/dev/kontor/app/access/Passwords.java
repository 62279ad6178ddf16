package dev.kontor.app.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes passwords with Argon2id, and makes those that only serve to set another. */
public final class Passwords {

  // OWASP's first choice below 46 MiB: 19 MiB, two passes, one lane.
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  /** Together they take no more than 80 MiB, whoever guesses. */
  private static final int AT_ONCE = 4;

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
  private final Semaphore turns = new Semaphore(AT_ONCE);

  /** Looked at where there is no password to look at, so that it takes the same time. */
  private final String nobodys = hash(oneTime());

  /** A password for one person's first sign-in: 100 random bits, easy to type. */
  public static String oneTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  public String hash(String password) {
    return inTurn(() -> String.valueOf(encoder.encode(password)));
  }

  /**
   * Takes as long without a hash as with one.
   *
   * @param hash empty if there is no such user
   */
  public boolean isRight(String password, Optional<String> hash) {
    boolean same = inTurn(() -> encoder.matches(password, hash.orElse(nobodys)));
    return same && hash.isPresent();
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
