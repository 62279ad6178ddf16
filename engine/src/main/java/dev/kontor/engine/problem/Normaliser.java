package dev.kontor.engine.problem;

import java.util.regex.Pattern;

/**
 * Takes out of an error what differs from document to document: numbers, amounts, times, ids,
 * addresses, values of fields, and whatever stands in quotes. What is left is the same for the same
 * cause; doing it twice changes nothing.
 */
final class Normaliser {

  /** Stands for what was taken out. */
  static final String GAP = "#";

  private static final String QUOTED = "'…'";
  private static final String OPENING = "'\"„“«»‚‘";

  /** In the order of those that open. */
  private static final String CLOSING = "'\"“”»«‘’";

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,200}[\\p{L}\\p{N}]");

  /** Enumerations have as many members as the document happened to have. */
  private static final Pattern MEMBERS = Pattern.compile("#(?:(?:, ?|; ?| and | und |/| / | )#)+");

  private static final String STATUS = "answered ";

  private static final int LOOKS = 9;

  private final String text;
  private final StringBuilder out;
  private int at;

  private Normaliser(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** The error without what differs. What one look uncovers, such as a quotation, the next sees. */
  static String of(String error) {
    String before = "";
    String text = error;
    for (int look = 0; look < LOOKS && !text.equals(before); look++) {
      before = text;
      text = once(before);
    }
    return text;
  }

  private static String once(String error) {
    String anonymous = error.indexOf('@') < 0 ? error : EMAIL.matcher(error).replaceAll(GAP);
    String scanned = new Normaliser(anonymous.strip()).scanned();
    return scanned.contains(GAP) ? MEMBERS.matcher(scanned).replaceAll(GAP) : scanned;
  }

  private String scanned() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isWord(c)) {
        word();
      } else if (!quote(c) && !assigned(c)) {
        other(c);
      }
    }
    return out.toString();
  }

  /** Runs of blanks are one, and the sign of a number goes with it. */
  private void other(char c) {
    boolean blank = Character.isWhitespace(c);
    boolean again = blank && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
    if (!again && !isSign(c)) {
      out.append(blank ? ' ' : c);
    }
    at++;
  }

  private boolean isSign(char c) {
    return (c == '-' || c == '+')
        && (at == 0 || text.charAt(at - 1) == ' ')
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  /** Whether a quotation began here; it is passed then. */
  private boolean quote(char c) {
    int kind = OPENING.indexOf(c);
    if (kind < 0 || (at > 0 && isWord(text.charAt(at - 1)))) {
      return false;
    }
    char closing = CLOSING.charAt(kind);
    for (int end = text.indexOf(closing, at + 1); end > 0; end = text.indexOf(closing, end + 1)) {
      if (end + 1 == text.length() || !isWord(text.charAt(end + 1))) {
        out.append(QUOTED);
        at = end + 1;
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a field's value began here, as in {@code No.=D1, Name=Eva Klein}; it is passed then.
   */
  private boolean assigned(char c) {
    if (c != '=' || at == 0 || at + 1 == text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char next = text.charAt(at + 1);
    if (!(Character.isLetter(before) || before == '.')
        || Character.isWhitespace(next)
        || OPENING.indexOf(next) >= 0
        || isEnd(at + 1)) {
      return false;
    }
    at++;
    while (at < text.length() && !isEnd(at)) {
      at++;
    }
    out.append('=').append(GAP);
    return true;
  }

  /** Whether a field's value ends before that place. */
  private boolean isEnd(int place) {
    char c = text.charAt(place);
    boolean last = place + 1 == text.length() || Character.isWhitespace(text.charAt(place + 1));
    return ",;)".indexOf(c) >= 0 || (c == '.' && last);
  }

  private void word() {
    int from = at;
    boolean digits = false;
    while (at < text.length() && (isWord(text.charAt(at)) || joins())) {
      digits |= Character.isDigit(text.charAt(at));
      at++;
    }
    boolean differs = digits && !isStatus(from);
    out.append(differs ? GAP : text.substring(from, at));
  }

  /** Whether words on both sides of the place are one, such as a number or a time. */
  private boolean joins() {
    char c = text.charAt(at);
    if (at + 1 >= text.length() || !isWord(text.charAt(at + 1))) {
      return false;
    }
    boolean figures =
        Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
    return c == '-' || (figures && ".,:/".indexOf(c) >= 0);
  }

  /** What a system answered is no document's own number. */
  private boolean isStatus(int from) {
    return at - from == 3 && text.startsWith(STATUS, from - STATUS.length());
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
