package dev.kontor.connector.magento.api;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a refusal says. The shop leaves its placeholders to the reader (magento/contract.md §3);
 * values that were refused may be personal and are left out.
 *
 * @param text the shop's words with names put in, empty if the answer is no JSON
 * @param field the field it blames, null if it names none
 * @param resource the right it misses, null if it misses none
 */
public record ApiError(String text, @Nullable String field, @Nullable String resource) {

  private static final String HIDDEN = "(value)";
  private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9][0-9]?|[A-Za-z]\\w*)");
  private static final Pattern LINK = Pattern.compile("</?a\\b[^>]*>");
  private static final Pattern REFUSED_VALUE = Pattern.compile("The \".*?\" value's type");

  public static ApiError of(JsonNode body) {
    JsonNode parameters = body.path("parameters");
    StringBuilder text = new StringBuilder(told(body.path("message"), parameters));
    for (JsonNode error : body.path("errors")) {
      text.append("; ").append(told(error.path("message"), error.path("parameters")));
    }
    return new ApiError(
        text.toString(), named(parameters.path("fieldName")), named(parameters.path("resources")));
  }

  private static @Nullable String named(JsonNode name) {
    return name.isString() && !name.stringValue().isBlank() ? name.stringValue() : null;
  }

  private static String told(JsonNode message, JsonNode parameters) {
    String text =
        REFUSED_VALUE
            .matcher(LINK.matcher(message.asString("").replaceAll("\\s+", " ")).replaceAll(""))
            .replaceAll("The value's type");
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, parameters)));
  }

  /** In words; the placeholder itself if the shop gave nothing for it. */
  private static String value(MatchResult found, JsonNode parameters) {
    String name = found.group(1);
    JsonNode value =
        parameters.isArray() && Character.isDigit(name.charAt(0))
            ? parameters.path(Integer.parseInt(name) - 1)
            : parameters.path(name);
    return value.isValueNode() ? shown(name, value.asString("")) : found.group();
  }

  private static String shown(String name, String value) {
    boolean personal = name.toLowerCase(Locale.ROOT).contains("value");
    return personal || value.contains("@") ? HIDDEN : value;
  }
}
