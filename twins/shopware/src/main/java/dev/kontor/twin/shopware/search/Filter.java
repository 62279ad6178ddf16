package dev.kontor.twin.shopware.search;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A condition of a search (contract §2). */
public sealed interface Filter {
  /** Any value equals one of these; JSON null asks for a missing value. */
  record Equals(Path path, List<JsonNode> values) implements Filter {}

  /** Any text value contains, starts with or ends with this, without case. */
  record Text(Path path, Part part, String value) implements Filter {}

  /** Any value lies within all bounds, keyed gte, gt, lte, lt. */
  record Range(Path path, Map<Bound, JsonNode> bounds) implements Filter {}

  /** Conditions joined by and, or, xor; negated as a whole when inverted. */
  record Group(Join join, boolean inverted, List<Filter> parts) implements Filter {}

  /** Where in the text. */
  enum Part {
    CONTAINS,
    PREFIX,
    SUFFIX
  }

  /** Operators of a range. */
  enum Bound {
    GTE,
    GT,
    LTE,
    LT
  }

  /** Operators of a group. */
  enum Join {
    AND,
    OR,
    XOR
  }
}
