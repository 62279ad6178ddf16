package dev.kontor.engine.mapping;

import dev.kontor.engine.mapping.ExpressionTokens.Kind;
import dev.kontor.engine.mapping.ExpressionTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Refuses what would make a mapping wrong in silence: binary arithmetic on money, unknown
 * functions, and results that change from run to run.
 */
final class ExpressionLint {

  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%");
  private static final Set<String> DOUBLES =
      Set.of(
          "sum",
          "round",
          "number",
          "average",
          "abs",
          "floor",
          "ceil",
          "power",
          "sqrt",
          "max",
          "min",
          "formatNumber",
          "formatBase",
          "formatInteger");
  private static final Set<String> UNREPEATABLE =
      Set.of("now", "millis", "random", "shuffle", "eval");
  private static final Set<String> CONTEXT = Set.of("", "$", "root", "settings", "connection");

  private final List<Token> tokens;

  private ExpressionLint(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The first thing wrong, with its remedy; empty if the expression is sound. */
  static Optional<String> check(String expression, TargetPath target) {
    ExpressionLint lint = new ExpressionLint(ExpressionTokens.of(expression));
    return lint.money(target).or(lint::functions).or(lint::nulls);
  }

  private Optional<String> money(TargetPath target) {
    Optional<String> amount =
        target.fields().stream()
            .filter(AmountNames::isAmount)
            .findFirst()
            .or(
                () ->
                    tokens.stream()
                        .filter(t -> t.kind() == Kind.NAME && AmountNames.isAmount(t.text()))
                        .map(Token::text)
                        .findFirst());
    return amount.flatMap(
        name ->
            IntStream.range(0, tokens.size())
                .filter(this::isBinary)
                .mapToObj(
                    i ->
                        "uses "
                            + written(tokens.get(i))
                            + " on the amount '"
                            + name
                            + "', which would go through binary floating point; use $add, $sub,"
                            + " $mul, $neg or $money")
                .findFirst());
  }

  /** A star after a dot is a wildcard and follows no operand, so it passes. */
  private boolean isBinary(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Kind.VARIABLE) {
      return DOUBLES.contains(token.text());
    }
    boolean afterOperand = i > 0 && tokens.get(i - 1).endsOperand();
    boolean negates = token.is("-") && !afterOperand && !nextIs(i, Kind.NUMBER);
    return negates
        || (token.kind() == Kind.OPERATOR && afterOperand && OPERATORS.contains(token.text()));
  }

  private boolean nextIs(int i, Kind kind) {
    return i + 1 < tokens.size() && tokens.get(i + 1).kind() == kind;
  }

  private Optional<String> functions() {
    Set<String> own =
        IntStream.range(0, tokens.size())
            .filter(i -> tokens.get(i).kind() == Kind.VARIABLE && definesHere(i))
            .mapToObj(i -> tokens.get(i).text())
            .collect(Collectors.toSet());
    return tokens.stream()
        .filter(t -> t.kind() == Kind.VARIABLE && !CONTEXT.contains(t.text()))
        .map(Token::text)
        .filter(name -> !own.contains(name))
        .flatMap(name -> functionProblem(name).stream())
        .findFirst();
  }

  /** {@code $x :=}, a focus {@code @$x} or {@code #$x}, or a parameter {@code function($x, $y)}. */
  private boolean definesHere(int i) {
    boolean bound = i + 1 < tokens.size() && tokens.get(i + 1).is(":=");
    boolean focus = i > 0 && (tokens.get(i - 1).is("@") || tokens.get(i - 1).is("#"));
    int before = i - 1;
    while (before > 0
        && (tokens.get(before).is(",") || tokens.get(before).kind() == Kind.VARIABLE)) {
      before--;
    }
    boolean parameter =
        before > 0
            && tokens.get(before).is("(")
            && Set.of("function", "λ").contains(tokens.get(before - 1).text());
    return bound || focus || parameter;
  }

  private static Optional<String> functionProblem(String name) {
    if (UNREPEATABLE.contains(name)) {
      return Optional.of(
          "uses $" + name + ", whose result changes from run to run; take the value from a field");
    }
    return Expression.knowsFunction(name)
        ? Optional.empty()
        : Optional.of(
            "knows no $" + name + "; use a JSONata function, or 'call' for a connector's function");
  }

  private Optional<String> nulls() {
    boolean compared =
        IntStream.range(1, tokens.size())
            .anyMatch(
                i ->
                    tokens.get(i).text().equals("null")
                        && tokens.get(i).kind() == Kind.NAME
                        && (tokens.get(i - 1).is("=") || tokens.get(i - 1).is("!=")));
    return compared
        ? Optional.of("compares with null, but a null field is absent here; use $exists(field)")
        : Optional.empty();
  }

  private static String written(Token token) {
    return token.kind() == Kind.VARIABLE ? "$" + token.text() : "'" + token.text() + "'";
  }
}
