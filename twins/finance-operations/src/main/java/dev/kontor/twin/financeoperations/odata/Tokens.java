package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a filter or key, taken one after the other; throws Fault. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:[A-Za-z_][\\w.]*'[^']*'"
              + "|'(?:[^']|'')*'"
              + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d)?"
              + "|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
              + "|\\d{4}-\\d\\d-\\d\\d"
              + "|-?\\d+(?:\\.\\d+)?"
              + "|[A-Za-z_@][\\w/.]*"
              + "|[(),=])");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  Tokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw bad("Syntax error at position %d in '%s'.".formatted(end, text));
    }
  }

  String take() {
    if (next >= tokens.size()) {
      throw bad("Syntax error: the expression ends too early.");
    }
    return tokens.get(next++);
  }

  /** Whether that token is next; it is taken then. */
  boolean taken(String token) {
    boolean here = next < tokens.size() && tokens.get(next).equals(token);
    next += here ? 1 : 0;
    return here;
  }

  void expect(String token) {
    if (!taken(token)) {
      throw bad("Syntax error: '" + token + "' expected.");
    }
  }

  boolean atEnd() {
    return next >= tokens.size();
  }

  void expectEnd() {
    if (!atEnd()) {
      throw bad("Syntax error near '" + tokens.get(next) + "'.");
    }
  }

  static Fault bad(String message) {
    return Fault.request(400, "The query specified in the URI is not valid. " + message);
  }
}
