package dev.kontor.app.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a translated value with what a truth file states; numbers by value, not by text. */
final class Comparison {

  private Comparison() {}

  static boolean equal(JsonNode expected, @Nullable Object actual) {
    return switch (actual) {
      case null -> expected.isNull();
      case BigDecimal number -> isNumber(expected, number);
      case Collection<?> list -> list(expected).equals(texts(list));
      case Map<?, ?> map -> RateAmounts.equal(expected, map);
      default -> !expected.isNull() && expected.asString().equals(actual.toString());
    };
  }

  static String shown(@Nullable Object actual) {
    return actual instanceof BigDecimal number ? number.toPlainString() : String.valueOf(actual);
  }

  static boolean isNumber(JsonNode expected, BigDecimal number) {
    return number(expected.asString()).filter(n -> n.compareTo(number) == 0).isPresent();
  }

  /** Empty if the text is no number. */
  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Null stands for an empty list where the truth file had no value at all. */
  private static List<String> list(JsonNode expected) {
    List<String> texts = new ArrayList<>();
    expected.forEach(e -> texts.add(e.asString()));
    return texts;
  }

  private static List<String> texts(Collection<?> list) {
    return list.stream().map(String::valueOf).toList();
  }
}
