package dev.kontor.twin.kit.odata;

import java.util.Set;

/** Recursive descent over the OData filter language; throws ODataFault with BAD_QUERY. */
final class FilterParser {
  private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
  private static final Set<String> FUNCTIONS = Set.of("contains", "startswith", "endswith");

  private final Table table;
  private final boolean orOnDistinctFields;
  private final FilterTokens tokens;

  private FilterParser(String filter, Table table, boolean orOnDistinctFields) {
    this.table = table;
    this.orOnDistinctFields = orOnDistinctFields;
    this.tokens = new FilterTokens(filter);
  }

  static Expression parse(String filter, Table table, boolean orOnDistinctFields) {
    FilterParser parser = new FilterParser(filter, table, orOnDistinctFields);
    Expression expression = parser.or();
    parser.tokens.expectEnd();
    return expression;
  }

  private Expression or() {
    Expression left = and();
    while (tokens.taken("or")) {
      Expression both = new Expression.Or(left, and());
      if (!orOnDistinctFields && both.fields().size() > 1) {
        throw FilterTokens.bad(
            "The 'OR' operator is not supported on distinct fields on an OData filter.");
      }
      left = both;
    }
    return left;
  }

  private Expression and() {
    Expression left = unary();
    while (tokens.taken("and")) {
      left = new Expression.And(left, unary());
    }
    return left;
  }

  private Expression unary() {
    if (tokens.taken("not")) {
      return new Expression.Not(unary());
    }
    if (tokens.taken("(")) {
      Expression inner = or();
      tokens.expect(")");
      return inner;
    }
    String word = tokens.take();
    return FUNCTIONS.contains(word) ? function(word) : condition(word);
  }

  private Expression function(String name) {
    tokens.expect("(");
    Column column = column(tokens.take());
    tokens.expect(",");
    String text = column.canonical(Literal.text(column, tokens.take())).asString();
    tokens.expect(")");
    return new Expression.Text(name, column, text);
  }

  // Lambdas and lists of values are accepted and have no effect (business-central/behaviours.md
  // §3; github microsoft/ALAppExtensions#25734: `in` filters in $schemaversion=2.1 only).
  private Expression condition(String word) {
    if (word.endsWith("/any") || word.endsWith("/all")) {
      return ignored();
    }
    Column column = column(word);
    return tokens.taken("in") ? ignored() : comparison(column);
  }

  private Expression ignored() {
    tokens.skipBrackets();
    return new Expression.Always();
  }

  private Expression comparison(Column column) {
    String operator = tokens.take();
    if (!OPERATORS.contains(operator)) {
      throw FilterTokens.bad("Unknown operator '" + operator + "'.");
    }
    return new Expression.Compare(column, operator, Literal.of(column, tokens.take()));
  }

  private Column column(String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                FilterTokens.bad(
                    "Could not find a property named '%s' on type '%s'."
                        .formatted(name, table.entity())));
  }
}
