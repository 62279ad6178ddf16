package dev.kontor.connector.shopware.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The errors of one refusal. {@code detail} is in the shop's language and may repeat data, so only
 * codes and templates are read (shopware/contract.md §4, shopware/observed.md, Errors).
 */
public record ApiErrors(List<ApiError> all) {

  /**
   * One error.
   *
   * @param code a constraint's uuid, {@code FRAMEWORK__…}, a number or empty
   * @param pointer such as {@code /stock/3/stock}, empty if the shop blames no field
   * @param text English words without the value that was refused
   */
  public record ApiError(String code, String pointer, String text, JsonNode parameters) {}

  public ApiErrors {
    all = List.copyOf(all);
  }

  public static ApiErrors of(JsonNode body) {
    List<ApiError> errors = new ArrayList<>();
    for (JsonNode error : body.path("errors")) {
      errors.add(
          new ApiError(
              error.path("code").asString(""),
              error.path("source").path("pointer").asString(""),
              text(error),
              error.path("meta").path("parameters")));
    }
    return new ApiErrors(errors);
  }

  /** The first error, null if the answer names none. */
  public @Nullable ApiError first() {
    return all.isEmpty() ? null : all.getFirst();
  }

  public boolean has(String code) {
    return all.stream().anyMatch(error -> error.code().equals(code));
  }

  /** How long to wait; the shop says it in the body, not in a header. Null if it does not. */
  public @Nullable Duration seconds() {
    for (ApiError error : all) {
      JsonNode seconds = error.parameters().path("seconds");
      if (seconds.isIntegralNumber()) {
        return Duration.ofSeconds(seconds.asLong());
      }
    }
    return null;
  }

  private static String text(JsonNode error) {
    String template = error.path("template").asString("");
    if (template.isEmpty()) {
      return error.path("title").asString("");
    }
    for (var parameter : error.path("meta").path("parameters").properties()) {
      if (!parameter.getKey().contains("value")) {
        template = template.replace(parameter.getKey(), parameter.getValue().asString(""));
      }
    }
    return template.replace("{{ value }}", "the value");
  }
}
