package dev.kontor.engine.flow;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which orders none of some flows is for. What no flow names is alike for all of them, so a few
 * kinds of order stand for every order.
 */
final class RouteGaps {

  private record Dimension(String name, Function<Route, Set<String>> of) {}

  private static final List<Dimension> DIMENSIONS =
      List.of(
          new Dimension("sales channel", Route::channels),
          new Dimension("currency", Route::currencies),
          new Dimension("country of delivery", Route::countries),
          new Dimension("country of the invoice", Route::billToCountries));

  /** Any value that no flow names. */
  private static final String OTHER = "";

  private static final int MOST = 5;

  private final List<Route> routes;
  private final List<Set<String>> named = new ArrayList<>();

  RouteGaps(List<FlowConfig> flows) {
    this.routes = flows.stream().map(flow -> flow.conditions().route()).toList();
    for (Dimension dimension : DIMENSIONS) {
      Set<String> values = new TreeSet<>();
      routes.forEach(route -> values.addAll(dimension.of().apply(route)));
      named.add(values);
    }
  }

  /** Whether an order can be for both. */
  static boolean overlap(FlowConfig one, FlowConfig other) {
    return DIMENSIONS.stream()
        .allMatch(
            dimension -> {
              Set<String> a = dimension.of().apply(one.conditions().route());
              Set<String> b = dimension.of().apply(other.conditions().route());
              return a.isEmpty() || b.isEmpty() || !Collections.disjoint(a, b);
            });
  }

  /** Each by as few of its properties as say it, the simplest first. */
  List<String> inWords() {
    List<Map<Integer, String>> found = new ArrayList<>();
    List<Map<Integer, String>> kinds = new ArrayList<>(kinds(0, true));
    kinds.sort(Comparator.comparingInt(Map::size));
    for (Map<Integer, String> kind : kinds) {
      boolean said = found.stream().anyMatch(f -> kind.entrySet().containsAll(f.entrySet()));
      if (!said && kinds(0, false).stream().noneMatch(whole -> fits(kind, whole))) {
        found.add(kind);
      }
    }
    List<String> words = new ArrayList<>(found.stream().limit(MOST).map(this::words).toList());
    if (found.size() > MOST) {
      words.add((found.size() - MOST) + " more kinds");
    }
    return words;
  }

  /** Whether orders of a wholly described kind are of the other kind, and some flow takes them. */
  private boolean fits(Map<Integer, String> kind, Map<Integer, String> whole) {
    return whole.entrySet().containsAll(kind.entrySet())
        && routes.stream().anyMatch(route -> takes(route, whole));
  }

  private static boolean takes(Route route, Map<Integer, String> whole) {
    return IntStream.range(0, DIMENSIONS.size())
        .allMatch(
            i -> {
              Set<String> of = DIMENSIONS.get(i).of().apply(route);
              return of.isEmpty() || of.contains(whole.getOrDefault(i, OTHER));
            });
  }

  /** Values by dimension, of each dimension that a flow names: all combinations. */
  private List<Map<Integer, String>> kinds(int from, boolean partly) {
    if (from == DIMENSIONS.size()) {
      return List.of(Map.of());
    }
    List<Map<Integer, String>> rest = kinds(from + 1, partly);
    if (named.get(from).isEmpty()) {
      return rest;
    }
    List<Map<Integer, String>> kinds = new ArrayList<>(partly ? rest : List.of());
    List<String> values = new ArrayList<>(named.get(from));
    values.add(OTHER);
    for (String value : values) {
      for (Map<Integer, String> other : rest) {
        Map<Integer, String> kind = new TreeMap<>(other);
        kind.put(from, value);
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private String words(Map<Integer, String> kind) {
    return kind.entrySet().stream()
        .map(
            e -> {
              String name = DIMENSIONS.get(e.getKey()).name();
              return e.getValue().equals(OTHER)
                  ? "another " + name + " than " + String.join(", ", named.get(e.getKey()))
                  : name + " " + e.getValue();
            })
        .collect(Collectors.joining(" and "));
  }
}
