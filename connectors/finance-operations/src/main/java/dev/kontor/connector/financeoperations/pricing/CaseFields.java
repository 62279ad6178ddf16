package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The fields of one object of a case, as in finance-operations/pricing-examples.json. Errors name
 * the field; one that nobody reads is refused, so that a misspelt switch does not count as given.
 */
final class CaseFields {

  private final String path;
  private final JsonNode json;
  private final Set<String> read = new HashSet<>();

  /**
   * @param path of the object in its case, e.g. {@code agreements[2]}
   */
  CaseFields(String path, JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(path + " is missing; give it as a JSON object");
    }
    this.path = path;
    this.json = json;
  }

  private JsonNode raw(String name) {
    read.add(name);
    return json.path(name);
  }

  CaseFields object(String name) {
    return new CaseFields(path.isEmpty() ? name : path + "." + name, raw(name));
  }

  CaseFields objectOrEmpty(String name) {
    JsonNode value = raw(name);
    return new CaseFields(
        path.isEmpty() ? name : path + "." + name,
        value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value);
  }

  JsonNode list(String name) {
    JsonNode value = raw(name);
    if (!value.isArray()) {
      throw problem(name, "is missing", "give it as a JSON list, empty for none");
    }
    return value;
  }

  JsonNode any(String name) {
    return raw(name);
  }

  Set<String> names() {
    return json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw problem(name, "is missing", "give it as a text, empty for none");
    }
    return text;
  }

  String text(String name, String otherwise) {
    String text = textOrNull(name);
    return text == null ? otherwise : text;
  }

  private @Nullable String textOrNull(String name) {
    JsonNode value = raw(name);
    return value.isMissingNode() || value.isNull() || value.isContainer() ? null : value.asString();
  }

  BigDecimal decimal(String name) {
    String text = text(name);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw problem(name, "is '" + text + "', no decimal number", "write it like 12.5", e);
    }
  }

  BigDecimal decimal(String name, BigDecimal otherwise) {
    return textOrNull(name) == null ? otherwise : decimal(name);
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode value = raw(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw problem(name, "is " + value, "write true or false");
    }
    return value.booleanValue();
  }

  LocalDate date(String name) {
    LocalDate date = dateOrNull(name);
    if (date == null) {
      throw problem(name, "is missing", "write it like 2026-03-15");
    }
    return date;
  }

  /** Null if there is none. */
  @Nullable LocalDate dateOrNull(String name) {
    String text = text(name, "");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
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

  /** Constants are written like {@code RequestedShipDate}. */
  <T extends Enum<T>> T constant(String name, T otherwise) {
    return json.path(name).isMissingNode()
        ? otherwise
        : oneOf(name, words(otherwise.getDeclaringClass()));
  }

  static <T extends Enum<T>> Map<String, T> words(Class<T> type) {
    return Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(c -> word(c.name()), c -> c));
  }

  /** {@code RequestedShipDate} for {@code REQUESTED_SHIP_DATE}. */
  static String word(String constant) {
    return Arrays.stream(constant.split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /**
   * @throws IllegalArgumentException if the object has a field that was not asked for
   */
  void nothingElse() {
    Set<String> unknown = names();
    unknown.removeAll(read);
    if (!unknown.isEmpty()) {
      throw problem(
          unknown.stream().sorted().findFirst().orElseThrow(),
          "is not known",
          "known are " + String.join(", ", read.stream().sorted().toList()));
    }
  }

  IllegalArgumentException problem(String name, String problem, String remedy) {
    return problem(name, problem, remedy, null);
  }

  private IllegalArgumentException problem(
      String name, String problem, String remedy, @Nullable Throwable cause) {
    String field = path.isEmpty() ? name : path + "." + name;
    return new IllegalArgumentException(field + " " + problem + "; " + remedy, cause);
  }
}
