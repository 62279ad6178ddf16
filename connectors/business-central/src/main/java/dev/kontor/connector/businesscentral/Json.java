package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads API v2.0 JSON: blank texts are absent, numbers and decimal strings are exact. */
final class Json {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int HEXADECIMAL = 16;
  private static final String NOTHING = "00000000-0000-0000-0000-000000000000";
  private static final LocalDate BLANK_DATE = LocalDate.of(1, 1, 1);

  private Json() {}

  static ObjectNode object() {
    return ModelJson.mapper().createObjectNode();
  }

  /** Null if absent, null or blank. */
  static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    String text = value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    return text.isEmpty() ? null : text;
  }

  static String text(JsonNode node, String name, String otherwise) {
    String text = text(node, name);
    return text == null ? otherwise : text;
  }

  /** Of the first of these that has one. */
  static Optional<String> first(Stream<JsonNode> nodes, String name) {
    return nodes.flatMap(node -> Stream.ofNullable(text(node, name))).findFirst();
  }

  /** Blank if absent or the GUID of nothing, which is all zeros. */
  static String id(JsonNode node, String name) {
    String id = text(node, name, "");
    return id.equals(NOTHING) ? "" : id;
  }

  /** The same with blank for null, which Business Central does not know. */
  static ObjectNode blanked(JsonNode fields) {
    ObjectNode blanked = object();
    fields
        .properties()
        .forEach(
            field ->
                blanked.set(
                    field.getKey(),
                    field.getValue().isNull() ? StringNode.valueOf("") : field.getValue()));
    return blanked;
  }

  /** Whether two fields say the same; blank is absent, and 1.0 is 1. */
  static boolean same(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber())
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : said(one).equals(said(other));
  }

  private static String said(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "" : value.asString("").strip();
  }

  /** Zero if absent. */
  static BigDecimal number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    String text = text(node, name);
    return text == null ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** The beginning of time if absent. */
  static Instant instant(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? Instant.EPOCH : Instant.parse(text);
  }

  /**
   * The member of an option: what no name may hold is escaped, the blank member shows as {@code
   * _x0020_} (business-central/behaviours.md §3).
   */
  static String option(JsonNode node, String name) {
    return ESCAPED
        .matcher(text(node, name, ""))
        .replaceAll(
            hit ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(hit.group(1), HEXADECIMAL))))
        .strip();
  }

  /** Null if absent or blank, which shows as {@code 0001-01-01}. */
  static @Nullable LocalDate date(JsonNode node, String name) {
    String text = text(node, name);
    LocalDate date = text == null ? BLANK_DATE : LocalDate.parse(text);
    return date.equals(BLANK_DATE) ? null : date;
  }
}
