package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Kind;
import dev.kontor.twin.financeoperations.schema.Property;
import java.util.Set;

/** Recursive descent over the filter language (contract.md §2); throws Fault. */
final class FilterParser {
  private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
  private static final Set<String> EQUALITY = Set.of("eq", "ne");

  private final EntitySet set;
  private final Tokens tokens;

  private FilterParser(String filter, EntitySet set) {
    this.set = set;
    this.tokens = new Tokens(filter);
  }

  static Filter parse(String filter, EntitySet set) {
    FilterParser parser = new FilterParser(filter, set);
    Filter parsed = parser.or();
    parser.tokens.expectEnd();
    return parsed;
  }

  private Filter or() {
    Filter left = and();
    while (tokens.taken("or")) {
      left = new Filter.Or(left, and());
    }
    return left;
  }

  private Filter and() {
    Filter left = unary();
    while (tokens.taken("and")) {
      left = new Filter.And(left, unary());
    }
    return left;
  }

  private Filter unary() {
    if (tokens.taken("not")) {
      return new Filter.Not(unary());
    }
    if (tokens.taken("(")) {
      Filter inner = or();
      tokens.expect(")");
      return inner;
    }
    return comparison(property(tokens.take()));
  }

  private Filter comparison(Property property) {
    String operator = tokens.take();
    if (!OPERATORS.contains(operator)) {
      throw Tokens.bad("The operator '" + operator + "' is not supported.");
    }
    if (property.kind() == Kind.ENUM && !EQUALITY.contains(operator)) {
      throw Tokens.bad("An enumeration can only be compared with eq and ne.");
    }
    String token = tokens.take();
    if (token.equals("null")) {
      return new Filter.Fixed(operator.equals("ne"));
    }
    boolean wild = property.kind() == Kind.STRING && token.startsWith("'") && token.contains("*");
    if (wild && EQUALITY.contains(operator)) {
      Filter like = Like.of(property, Values.unquoted(token));
      return operator.equals("eq") ? like : new Filter.Not(like);
    }
    return new Compare(property, operator, Values.literal(property, token));
  }

  private Property property(String name) {
    return set.property(name)
        .orElseThrow(
            () ->
                Tokens.bad(
                    "Could not find a property named '%s' on type '%s'."
                        .formatted(name, Names.qualified(set))));
  }
}
