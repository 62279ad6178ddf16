package dev.kontor.engine.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row's place in the chain; transaction ids grow within an epoch only. */
public record Position(int epoch, long xid, long id) {
  static final Position START = new Position(0, 0, 0);
  static final Position END = new Position(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,18})/(\\d{1,18})");

  /** Reads what {@link #toString} gave; empty if it is something else. */
  public static Optional<Position> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Position(
                Integer.parseInt(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return epoch + "/" + xid + "/" + id;
  }
}
