package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares values as the shop's database does: text without case, times as instants. */
final class Comparison {
  private Comparison() {}

  static boolean same(JsonNode stored, JsonNode asked, Kind kind) {
    if (stored.isNull() || asked.isNull()) {
      return stored.isNull() && asked.isNull();
    }
    if (stored.isArray()) {
      return stored.valueStream().anyMatch(v -> same(v, asked, kind));
    }
    if (stored.isBoolean()) {
      return stored.booleanValue() == truth(asked);
    }
    return compare(stored, asked, kind) == 0;
  }

  private static boolean truth(JsonNode asked) {
    return asked.isBoolean()
        ? asked.booleanValue()
        : text(asked).equals("1") || text(asked).equals("true");
  }

  /** Negative, zero or positive; JSON null comes first. */
  static int compare(JsonNode left, JsonNode right, Kind kind) {
    if (left.isNull() || right.isNull()) {
      return Boolean.compare(right.isNull(), left.isNull());
    }
    if (kind == Kind.DATE && !sameNotation(text(left), text(right))) {
      Optional<Instant> one = Values.instant(text(left));
      Optional<Instant> two = Values.instant(text(right));
      if (one.isPresent() && two.isPresent()) {
        return one.get().compareTo(two.get());
      }
    }
    if (kind == Kind.DATE) {
      return text(left).compareTo(text(right));
    }
    Optional<BigDecimal> one = number(left);
    Optional<BigDecimal> two = number(right);
    if (one.isPresent() && two.isPresent() && (left.isNumber() || right.isNumber())) {
      return one.get().compareTo(two.get());
    }
    return folded(left).compareTo(folded(right));
  }

  private static boolean sameNotation(String left, String right) {
    return left.length() == right.length() && left.endsWith("+00:00") && right.endsWith("+00:00");
  }

  static String folded(JsonNode node) {
    return text(node).toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node) {
    return node.isContainer() ? node.toString() : node.asString();
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.decimalValue());
    }
    try {
      return Optional.of(new BigDecimal(text(node)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
