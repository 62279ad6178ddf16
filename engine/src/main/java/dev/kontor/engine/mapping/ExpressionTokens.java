package dev.kontor.engine.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into the words and operators the lint looks at. */
final class ExpressionTokens {

  /** What a token is. */
  enum Kind {
    NAME,
    VARIABLE,
    NUMBER,
    TEXT,
    REGEX,
    OPERATOR
  }

  /**
   * @param text without quotes or leading dollar
   */
  record Token(Kind kind, String text) {
    boolean is(String operator) {
      return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** True where an operand ends, so that a following sign, star or slash is arithmetic. */
    boolean endsOperand() {
      return kind == Kind.OPERATOR
          ? text.equals(")") || text.equals("]") || text.equals("}")
          : !List.of("and", "or", "in").contains(text) || kind != Kind.NAME;
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+|/\\*[\\s\\S]*?\\*/)"
              + "|(?<string>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')"
              + "|`(?<quoted>[^`]*)`"
              + "|\\$(?<variable>\\$?[\\p{L}\\p{N}_]*)"
              + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<operator>:=|!=|<=|>=|~>|\\*\\*|\\.\\.|[\\s\\S])");
  private static final Pattern REGEX = Pattern.compile("/(?:\\\\.|[^/\\\\])+/[im]*");

  private ExpressionTokens() {}

  static List<Token> of(String expression) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(expression);
    Matcher regex = REGEX.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      boolean operandNext = tokens.isEmpty() || !tokens.getLast().endsOperand();
      if (operandNext
          && !expression.startsWith("/*", at)
          && regex.region(at, expression.length()).lookingAt()) {
        tokens.add(new Token(Kind.REGEX, regex.group()));
        at = regex.end();
        continue;
      }
      matcher.region(at, expression.length()).lookingAt();
      if (matcher.group("space") == null) {
        tokens.add(token(matcher));
      }
      at = matcher.end();
    }
    return tokens;
  }

  private static Token token(Matcher matcher) {
    for (Kind kind : Kind.values()) {
      for (String group : groups(kind)) {
        String text = matcher.group(group);
        if (text != null) {
          return new Token(kind, text);
        }
      }
    }
    throw new IllegalStateException("every character is at least an operator");
  }

  private static List<String> groups(Kind kind) {
    return switch (kind) {
      case NAME -> List.of("name", "quoted");
      case VARIABLE -> List.of("variable");
      case NUMBER -> List.of("number");
      case TEXT -> List.of("string");
      case REGEX -> List.of();
      case OPERATOR -> List.of("operator");
    };
  }
}
