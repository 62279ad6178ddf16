package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a caller sends and takes: JSON. */
final class Media {
  private static final String JSON = "application/json";

  private Media() {}

  /** The answer to a caller who does not take JSON (magento/contract.md §3, observed.md). */
  static Optional<Answer> refused(Call call) {
    String accept = call.header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
    if (accept.contains(JSON) || accept.contains("*/*")) {
      return Optional.empty();
    }
    if (accept.contains("text/html")) {
      return Optional.of(
          Answer.of(500, "text/html; charset=UTF-8", "<h1>An error has happened.</h1>"));
    }
    if (accept.contains("xml")) {
      return Optional.of(Answer.text(501, "The twin answers JSON only; Magento would send XML."));
    }
    String message =
        "Server cannot match any of the given Accept HTTP header media type(s) from the request: \"%1\" with media types from the config of response renderer.";
    return Optional.of(Answer.json(406, ApiError.listed(406, message, accept).body()));
  }

  /** The body, an empty object when there is none. */
  static JsonNode body(Call call) {
    if (call.body().length == 0) {
      return Json.object();
    }
    String type = call.header("Content-Type").orElse("");
    if (type.isEmpty()) {
      throw ApiError.of(400, "Content-Type header is empty.");
    }
    if (!type.toLowerCase(Locale.ROOT).startsWith(JSON)) {
      throw ApiError.listed(
          400, "Server cannot understand Content-Type HTTP header media type %1", type);
    }
    try {
      return call.json();
    } catch (JacksonException e) {
      throw ApiError.of(400, "Decoding error.");
    }
  }
}
