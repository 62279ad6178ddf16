package dev.kontor.twin.kit.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a filter, taken one after the other; throws ODataFault with BAD_QUERY. */
final class FilterTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<string>'(?:[^']|'')*')"
              + "|(?<stamp>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d))"
              + "|(?<guid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
              + "|(?<date>\\d{4}-\\d\\d-\\d\\d)"
              + "|(?<number>-?\\d+(?:\\.\\d+)?)"
              + "|(?<word>[A-Za-z_][\\w/.]*)"
              + "|(?<mark>[(),:]))");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  FilterTokens(String filter) {
    Matcher matcher = TOKEN.matcher(filter);
    int end = 0;
    while (end < filter.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (!filter.substring(end).isBlank()) {
      throw bad("Syntax error at position %d in '%s'.".formatted(end, filter));
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

  /** Takes everything up to the bracket that closes the one that must be next. */
  void skipBrackets() {
    expect("(");
    for (int depth = 1; depth > 0; ) {
      String token = take();
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
    }
  }

  void expectEnd() {
    if (next < tokens.size()) {
      throw bad("Syntax error near '" + tokens.get(next) + "'.");
    }
  }

  static ODataFault bad(String message) {
    return ODataFault.of(Problem.BAD_QUERY, message);
  }
}
