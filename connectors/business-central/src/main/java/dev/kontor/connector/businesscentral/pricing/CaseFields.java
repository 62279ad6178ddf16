package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of a case; values are texts, {@code None} stands for no value, as in
 * pricing-examples.json. Errors name the field.
 *
 * @param path of the object in its case, e.g. {@code priceLines[2]}
 */
record CaseFields(String path, JsonNode json) {

  private static final String NONE = "None";

  CaseFields {
    if (!json.isObject()) {
      throw new IllegalArgumentException(path + " is missing; give it as a JSON object");
    }
  }

  JsonNode raw(String name) {
    return json.path(name);
  }

  String text(String name) {
    JsonNode value = raw(name);
    if (value.isMissingNode() || value.isNull() || value.isContainer()) {
      throw problem(name, "is missing", "give it as a text, empty for none");
    }
    return value.asString();
  }

  BigDecimal decimal(String name) {
    String text = text(name);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw problem(name, "is '" + text + "', no decimal number", "write it like 12.5", e);
    }
  }

  /** Zero for no value. */
  BigDecimal decimalOrZero(String name) {
    return text(name).equals(NONE) ? BigDecimal.ZERO : decimal(name);
  }

  boolean flag(String name) {
    String text = text(name);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problem(name, "is '" + text + "'", "write True or False");
    };
  }

  LocalDate date(String name) {
    LocalDate date = dateOrNull(name);
    if (date == null) {
      throw problem(name, "has no value", "write it like 2026-03-15");
    }
    return date;
  }

  /** Null for no value. */
  @Nullable LocalDate dateOrNull(String name) {
    String text = text(name);
    try {
      return text.equals(NONE) ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw problem(name, "is '" + text + "', no date", "write it like 2026-03-15", e);
    }
  }

  <T> T oneOf(String name, Map<String, T> words) {
    T found = words.get(text(name));
    if (found == null) {
      throw problem(
          name,
          "is '" + text(name) + "'",
          "write one of " + String.join(", ", words.keySet().stream().sorted().toList()));
    }
    return found;
  }

  IllegalArgumentException problem(String name, String problem, String remedy) {
    return problem(name, problem, remedy, null);
  }

  private IllegalArgumentException problem(
      String name, String problem, String remedy, @Nullable Throwable cause) {
    return new IllegalArgumentException(path + "." + name + " " + problem + "; " + remedy, cause);
  }
}
