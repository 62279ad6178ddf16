package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** Recursive descent over the OData filter language; throws ODataFault with BAD_QUERY. */
final class FilterParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<string>'(?:[^']|'')*')"
              + "|(?<stamp>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d))"
              + "|(?<guid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
              + "|(?<date>\\d{4}-\\d\\d-\\d\\d)"
              + "|(?<number>-?\\d+(?:\\.\\d+)?)"
              + "|(?<word>[A-Za-z_][\\w/.]*)"
              + "|(?<mark>[(),:]))");
  private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
  private static final Set<String> FUNCTIONS = Set.of("contains", "startswith", "endswith");

  private final Table table;
  private final boolean orOnDistinctFields;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private FilterParser(String filter, Table table, boolean orOnDistinctFields) {
    this.table = table;
    this.orOnDistinctFields = orOnDistinctFields;
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

  static Expression parse(String filter, Table table, boolean orOnDistinctFields) {
    FilterParser parser = new FilterParser(filter, table, orOnDistinctFields);
    Expression expression = parser.or();
    if (parser.next < parser.tokens.size()) {
      throw bad("Syntax error near '" + parser.tokens.get(parser.next) + "' in '" + filter + "'.");
    }
    return expression;
  }

  private Expression or() {
    Expression left = and();
    while (taken("or")) {
      Expression both = new Expression.Or(left, and());
      if (!orOnDistinctFields && both.fields().size() > 1) {
        throw bad("The 'OR' operator is not supported on distinct fields on an OData filter.");
      }
      left = both;
    }
    return left;
  }

  private Expression and() {
    Expression left = unary();
    while (taken("and")) {
      left = new Expression.And(left, unary());
    }
    return left;
  }

  private Expression unary() {
    if (taken("not")) {
      return new Expression.Not(unary());
    }
    if (taken("(")) {
      Expression inner = or();
      expect(")");
      return inner;
    }
    String word = take();
    if (FUNCTIONS.contains(word)) {
      return function(word);
    }
    // Lambdas are accepted and have no effect (business-central/behaviours.md §3).
    if (word.endsWith("/any") || word.endsWith("/all")) {
      skipBrackets();
      return new Expression.Always();
    }
    return comparison(column(word));
  }

  private Expression function(String name) {
    expect("(");
    Column column = column(take());
    expect(",");
    JsonNode literal = literal(take());
    expect(")");
    return new Expression.Text(name, column, column.canonical(literal).asString());
  }

  private Expression comparison(Column column) {
    if (taken("in")) {
      expect("(");
      List<JsonNode> values = new ArrayList<>();
      do {
        values.add(typed(column, literal(take())));
      } while (taken(","));
      expect(")");
      return new Expression.In(column, values);
    }
    String operator = take();
    if (!OPERATORS.contains(operator)) {
      throw bad("Unknown operator '" + operator + "'.");
    }
    return new Expression.Compare(column, operator, typed(column, literal(take())));
  }

  private static JsonNode typed(Column column, JsonNode literal) {
    boolean number = column.type() == EdmType.DECIMAL || column.type() == EdmType.INT32;
    boolean fits =
        literal.isNull()
            || (number
                ? literal.isNumber()
                : column.type() == EdmType.BOOLEAN ? literal.isBoolean() : literal.isString());
    if (!fits) {
      throw bad(
          "A binary operator with incompatible types was detected at property '"
              + column.name()
              + "'.");
    }
    return column.type() == EdmType.DATE
            || column.type() == EdmType.DATETIME
            || column.type() == EdmType.GUID
        ? column.checked(literal)
        : column.canonical(literal);
  }

  private JsonNode literal(String token) {
    if (token.startsWith("'")) {
      return StringNode.valueOf(token.substring(1, token.length() - 1).replace("''", "'"));
    }
    return switch (token) {
      case "null" -> Json.MAPPER.nullNode();
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default ->
          token.matches("-?\\d+(\\.\\d+)?")
              ? DecimalNode.valueOf(new BigDecimal(token))
              : StringNode.valueOf(token);
    };
  }

  private Column column(String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                bad(
                    "Could not find a property named '%s' on type '%s'."
                        .formatted(name, table.entity())));
  }

  private void skipBrackets() {
    expect("(");
    for (int depth = 1; depth > 0; ) {
      String token = take();
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
    }
  }

  private boolean taken(String token) {
    boolean here = next < tokens.size() && tokens.get(next).equals(token);
    next += here ? 1 : 0;
    return here;
  }

  private void expect(String token) {
    if (!taken(token)) {
      throw bad("Syntax error: '" + token + "' expected.");
    }
  }

  private String take() {
    if (next >= tokens.size()) {
      throw bad("Syntax error: the expression ends too early.");
    }
    return tokens.get(next++);
  }

  private static ODataFault bad(String message) {
    return ODataFault.of(Problem.BAD_QUERY, message);
  }
}
