package dev.kontor.twin.shopware.data;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Fresh ids as the shop makes them: 32 lower-case hexadecimal digits, ordered by time. */
public final class Keys {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final String LINK_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private final InstantSource clock;
  private final Random random;

  public Keys(InstantSource clock, long seed) {
    this.clock = clock;
    this.random = new Random(seed);
  }

  public synchronized String id() {
    return String.format(
        Locale.ROOT,
        "%012x7%03x%016x",
        clock.millis() & 0xffff_ffff_ffffL,
        random.nextInt(0x1000),
        (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }

  /** A secret of this many URL-safe letters. */
  public synchronized String secret(int length) {
    StringBuilder text = new StringBuilder();
    random.ints(length, 0, LINK_LETTERS.length()).forEach(i -> text.append(LINK_LETTERS.charAt(i)));
    return text.toString();
  }

  /** Upper-case letters only, as in access keys. */
  public synchronized String capitals(int length) {
    StringBuilder text = new StringBuilder();
    random.ints(length, 0, 26).forEach(i -> text.append((char) ('A' + i)));
    return text.toString();
  }

  public static boolean valid(String id) {
    return ID.matcher(id).matches();
  }
}
