package dev.kontor.twin.kit.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The system query options of one request or one $expand. */
record QueryOptions(Map<String, String> options) {
  private static final Set<String> KNOWN =
      Set.of(
          "$filter",
          "$select",
          "$expand",
          "$orderby",
          "$top",
          "$skip",
          "$count",
          "$skiptoken",
          "$schemaversion");

  record Sort(String column, boolean descending) {}

  record Expand(Navigation navigation, QueryOptions options) {}

  QueryOptions {
    options.keySet().stream()
        .filter(name -> name.startsWith("$") && !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw bad("The query option '" + name + "' is not supported.");
            });
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isEmpty());
  }

  @Nullable Expression filter(Table table, Dialect dialect) {
    return option("$filter")
        .map(text -> FilterParser.parse(text, table, dialect.orOnDistinctFields()))
        .orElse(null);
  }

  List<String> select(Table table) {
    List<String> names = option("$select").map(s -> List.of(s.split(" *, *"))).orElse(List.of());
    return names.contains("*") ? List.of() : names.stream().map(n -> known(table, n)).toList();
  }

  List<Sort> orderBy(Table table) {
    return option("$orderby").stream()
        .flatMap(s -> List.of(s.split(",")).stream())
        .map(part -> List.of(part.strip().split(" +")))
        .map(part -> new Sort(known(table, part.getFirst()), part.getLast().equals("desc")))
        .toList();
  }

  int number(String name, int otherwise) {
    try {
      int value = option(name).map(Integer::parseInt).orElse(otherwise);
      if (value < 0) {
        throw bad("The value of '" + name + "' must not be negative.");
      }
      return value;
    } catch (NumberFormatException e) {
      throw bad("The value of '" + name + "' must be a whole number.");
    }
  }

  boolean counted() {
    return option("$count").filter("true"::equals).isPresent();
  }

  List<Expand> expand(Table table) {
    return parts(options.getOrDefault("$expand", ""), ',').stream()
        .map(part -> oneExpand(part, table))
        .toList();
  }

  private static Expand oneExpand(String part, Table table) {
    int bracket = part.indexOf('(');
    String name = bracket < 0 ? part : part.substring(0, bracket);
    Navigation navigation =
        table
            .navigation(name)
            .orElseThrow(
                () ->
                    bad(
                        "Could not find a property named '%s' on type '%s'."
                            .formatted(name, table.entity())));
    Map<String, String> nested = new LinkedHashMap<>();
    if (bracket >= 0) {
      for (String option : parts(part.substring(bracket + 1, part.length() - 1), ';')) {
        int equals = option.indexOf('=');
        if (equals < 0) {
          throw bad("The option '" + option + "' has no value.");
        }
        nested.put(option.substring(0, equals).strip(), option.substring(equals + 1));
      }
    }
    return new Expand(navigation, new QueryOptions(nested));
  }

  /** Splits outside brackets and quotes. */
  private static List<String> parts(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == separator && depth == 0 && !quoted) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static String known(Table table, String name) {
    if (table.column(name).isEmpty()) {
      throw bad(
          "Could not find a property named '%s' on type '%s'.".formatted(name, table.entity()));
    }
    return name;
  }

  private static ODataFault bad(String message) {
    return ODataFault.of(Problem.BAD_QUERY, message);
  }
}
