package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Link;
import dev.kontor.twin.financeoperations.schema.Property;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The system query options of one request, or of one expansion; throws Fault. */
record Query(Map<String, String> options, EntitySet set) {
  private static final Set<String> KNOWN =
      Set.of("$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$skiptoken");

  Query {
    options.keySet().stream()
        .filter(name -> name.startsWith("$") && !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Tokens.bad("The query parameter '" + name + "' is not supported.");
            });
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }

  Optional<Filter> filter() {
    return option("$filter").map(text -> FilterParser.parse(text, set));
  }

  /** Whether rows of all companies are meant rather than of the user's own. */
  boolean crossCompany() {
    return option("cross-company").filter("true"::equalsIgnoreCase).isPresent();
  }

  boolean counted() {
    return option("$count").filter("true"::equals).isPresent();
  }

  /** Names of the properties to show; empty means all. */
  List<String> select() {
    List<String> names = option("$select").map(Query::list).orElse(List.of());
    names.stream().filter(name -> !name.equals("*")).forEach(this::require);
    return names.contains("*") ? List.of() : names;
  }

  /** First level only: options inside and paths are refused. */
  List<Link> expand() {
    return option("$expand").map(Query::list).orElse(List.of()).stream()
        .map(
            name ->
                set.link(name)
                    .orElseThrow(
                        () ->
                            Tokens.bad(
                                "Could not find a navigation property named '%s' on type '%s'."
                                    .formatted(name, Names.qualified(set)))))
        .toList();
  }

  int number(String name, int otherwise) {
    return option(name).map(text -> natural(name, text)).orElse(otherwise);
  }

  private static int natural(String name, String text) {
    if (!text.matches("\\d{1,9}")) {
      throw Tokens.bad("Invalid value '" + text + "' for " + name + " query option.");
    }
    return Integer.parseInt(text);
  }

  Optional<Comparator<ObjectNode>> order() {
    return option("$orderby").map(Query::list).orElse(List.of()).stream()
        .map(this::order)
        .reduce(Comparator::thenComparing);
  }

  private Comparator<ObjectNode> order(String part) {
    List<String> words = Arrays.asList(part.split(" +"));
    boolean down = words.size() == 2 && words.get(1).equals("desc");
    if (words.size() > 2 || (words.size() == 2 && !down && !words.get(1).equals("asc"))) {
      throw Tokens.bad("Syntax error in $orderby near '" + part + "'.");
    }
    Property property = require(words.getFirst());
    Comparator<ObjectNode> order =
        (a, b) -> Values.compare(a.path(property.name()), b.path(property.name()), property.kind());
    return down ? order.reversed() : order;
  }

  private Property require(String name) {
    return set.property(name)
        .orElseThrow(
            () ->
                Tokens.bad(
                    "Could not find a property named '%s' on type '%s'."
                        .formatted(name, Names.qualified(set))));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.strip().split("\\s*,\\s*")).toList();
  }

  /** The options of the next page. */
  Map<String, String> next(int delivered, int place) {
    Map<String, String> next = new LinkedHashMap<>(options);
    next.remove("$skip");
    option("$top").ifPresent(top -> next.put("$top", "" + (number("$top", 0) - delivered)));
    next.put("$skiptoken", "" + place);
    return next;
  }
}
