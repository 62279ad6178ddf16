package dev.kontor.twin.kit.odata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A parsed $filter. */
sealed interface Expression {
  boolean test(ObjectNode row);

  Set<String> fields();

  /** The values one of which this column must equal for any row to pass; empty if any may. */
  default List<String> equalTo(String column) {
    return List.of();
  }

  /** Everything passes: a clause the server ignores. */
  record Always() implements Expression {
    @Override
    public boolean test(ObjectNode row) {
      return true;
    }

    @Override
    public Set<String> fields() {
      return Set.of();
    }
  }

  record And(Expression left, Expression right) implements Expression {
    @Override
    public boolean test(ObjectNode row) {
      return left.test(row) && right.test(row);
    }

    @Override
    public Set<String> fields() {
      return union(left, right);
    }

    @Override
    public List<String> equalTo(String column) {
      List<String> values = left.equalTo(column);
      return values.isEmpty() ? right.equalTo(column) : values;
    }
  }

  record Or(Expression left, Expression right) implements Expression {
    @Override
    public boolean test(ObjectNode row) {
      return left.test(row) || right.test(row);
    }

    @Override
    public Set<String> fields() {
      return union(left, right);
    }

    @Override
    public List<String> equalTo(String column) {
      List<String> values = left.equalTo(column);
      List<String> others = right.equalTo(column);
      return values.isEmpty() || others.isEmpty()
          ? List.of()
          : Stream.concat(values.stream(), others.stream()).distinct().toList();
    }
  }

  record Not(Expression inner) implements Expression {
    @Override
    public boolean test(ObjectNode row) {
      return !inner.test(row);
    }

    @Override
    public Set<String> fields() {
      return inner.fields();
    }
  }

  /** {@code column op literal}. */
  record Compare(Column column, String operator, JsonNode literal) implements Expression {
    @Override
    public boolean test(ObjectNode row) {
      JsonNode value = row.path(column.name());
      boolean absent = value.isMissingNode() || value.isNull();
      if (absent || literal.isNull()) {
        boolean same = absent == literal.isNull();
        return operator.equals("eq") ? same : operator.equals("ne") && !same;
      }
      int difference = Values.compare(value, literal, column.type());
      return switch (operator) {
        case "eq" -> difference == 0;
        case "ne" -> difference != 0;
        case "gt" -> difference > 0;
        case "ge" -> difference >= 0;
        case "lt" -> difference < 0;
        default -> difference <= 0;
      };
    }

    @Override
    public Set<String> fields() {
      return Set.of(column.name());
    }

    @Override
    public List<String> equalTo(String name) {
      return operator.equals("eq") && column.name().equals(name) && literal.isString()
          ? List.of(
              column.type() == EdmType.GUID
                  ? literal.asString().toLowerCase(Locale.ROOT)
                  : literal.asString())
          : List.of();
    }
  }

  /** {@code contains|startswith|endswith(column, 'text')}. */
  record Text(String function, Column column, String text) implements Expression {
    @Override
    public boolean test(ObjectNode row) {
      String value = row.path(column.name()).asString("");
      return switch (function) {
        case "contains" -> value.contains(text);
        case "startswith" -> value.startsWith(text);
        default -> value.endsWith(text);
      };
    }

    @Override
    public Set<String> fields() {
      return Set.of(column.name());
    }
  }

  private static Set<String> union(Expression left, Expression right) {
    Set<String> fields = new LinkedHashSet<>(left.fields());
    fields.addAll(right.fields());
    return fields;
  }
}
