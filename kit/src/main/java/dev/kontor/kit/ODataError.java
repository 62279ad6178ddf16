package dev.kontor.kit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why a service refused a call, in its own words.
 *
 * @param code null if it named none
 * @param field that it blames, null if it named none
 */
public record ODataError(@Nullable String code, @Nullable String field, String text) {

  /** As OData v4 says it; the body itself where it is no JSON. */
  public static ODataError of(JsonNode body) {
    JsonNode error = body.path("error");
    return new ODataError(
        error.path("code").asString(null),
        error.path("target").asString(null),
        error.path("message").asString(body.isString() ? body.asString() : ""));
  }
}
