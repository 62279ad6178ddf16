package dev.kontor.connector.magento.option;

import dev.kontor.connector.magento.order.ChosenRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The value of a chosen option as people read it. */
final class Words {

  /**
   * The shop's own form of a date, which may follow what the buyer chose from lists
   * (Magento_Catalog, Product/Option/Type/Date).
   */
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}):\\d{2}$");

  private Words() {}

  /**
   * @param option of the article, with {@code type} and, of a choice, {@code values}
   * @param raw as the order has it: of choices ids with commas between
   */
  static String of(JsonNode option, String raw) {
    return switch (option.path("type").asString("")) {
      case "drop_down", "radio", "checkbox", "multiple" -> titles(option.path("values"), raw);
      case "date" -> date(raw, "$1");
      case "time" -> date(raw, "$2");
      case "date_time" -> date(raw, "$1 $2");
      case "file" -> ChosenRow.FILE;
      default -> raw.strip();
    };
  }

  /** A value that the article has no more is told by its id. */
  private static String titles(JsonNode values, String raw) {
    Map<String, String> titles = new HashMap<>();
    values.forEach(
        value ->
            titles.put(
                value.path("option_type_id").asString(""), value.path("title").asString("")));
    List<String> ids = Arrays.stream(raw.split(",")).map(String::strip).toList();
    return ids.stream().map(id -> titles.getOrDefault(id, id)).collect(Collectors.joining(", "));
  }

  private static String date(String raw, String parts) {
    Matcher date = DATE.matcher(raw);
    return date.find() ? DATE.matcher(date.group()).replaceFirst(parts) : raw.strip();
  }
}
