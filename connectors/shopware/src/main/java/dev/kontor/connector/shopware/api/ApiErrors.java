package dev.kontor.connector.shopware.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The errors of one refusal. {@code detail} is in the shop's language and may repeat data, so only
 * codes and templates are read (shopware/contract.md §4, shopware/observed.md, Errors).
 */
public record ApiErrors(List<ApiError> all) {

  public ApiErrors {
    all = List.copyOf(all);
  }

  public static ApiErrors of(JsonNode body) {
    return new ApiErrors(body.path("errors").valueStream().map(ApiError::of).toList());
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
}
