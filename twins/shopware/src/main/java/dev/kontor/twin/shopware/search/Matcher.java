package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.schema.Kind;
import dev.kontor.twin.shopware.search.Filter.Bound;
import dev.kontor.twin.shopware.search.Filter.Part;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides whether a row meets a filter. */
final class Matcher {
  private final Relations relations;

  Matcher(Relations relations) {
    this.relations = relations;
  }

  boolean matches(ObjectNode row, Filter filter) {
    return switch (filter) {
      case Filter.Equals equals -> any(row, equals);
      case Filter.Text text -> any(row, text);
      case Filter.Range range ->
          relations.values(row, range.path()).stream().anyMatch(v -> within(v, range));
      case Filter.Group group -> group(row, group) != group.inverted();
    };
  }

  private boolean any(ObjectNode row, Filter.Equals equals) {
    List<JsonNode> values = relations.values(row, equals.path());
    List<JsonNode> stored = values.isEmpty() ? List.of(NullNode.getInstance()) : values;
    Kind kind = equals.path().kind();
    return stored.stream().anyMatch(s -> isOneOf(s, equals.values(), kind));
  }

  /** Among hundreds of values most rows meet their own; comparing as the shop does is dear. */
  private static boolean isOneOf(JsonNode stored, List<JsonNode> asked, Kind kind) {
    return asked.contains(stored) || asked.stream().anyMatch(a -> Comparison.same(stored, a, kind));
  }

  private boolean any(ObjectNode row, Filter.Text text) {
    String asked = text.value().toLowerCase(Locale.ROOT);
    return relations.values(row, text.path()).stream()
        .filter(v -> !v.isNull())
        .map(Comparison::folded)
        .anyMatch(stored -> part(stored, text.part(), asked));
  }

  private static boolean part(String stored, Part part, String asked) {
    return switch (part) {
      case CONTAINS -> stored.contains(asked);
      case PREFIX -> stored.startsWith(asked);
      case SUFFIX -> stored.endsWith(asked);
    };
  }

  private static boolean within(JsonNode value, Filter.Range range) {
    return !value.isNull()
        && range.bounds().entrySet().stream()
            .allMatch(
                b ->
                    holds(
                        b.getKey(), Comparison.compare(value, b.getValue(), range.path().kind())));
  }

  private static boolean holds(Bound bound, int order) {
    return switch (bound) {
      case GTE -> order >= 0;
      case GT -> order > 0;
      case LTE -> order <= 0;
      case LT -> order < 0;
    };
  }

  private boolean group(ObjectNode row, Filter.Group group) {
    return switch (group.join()) {
      case AND -> group.parts().stream().allMatch(f -> matches(row, f));
      case OR -> group.parts().stream().anyMatch(f -> matches(row, f));
      case XOR -> group.parts().stream().filter(f -> matches(row, f)).count() == 1;
    };
  }
}
