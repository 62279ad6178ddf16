package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.search.Reading;
import dev.kontor.twin.shopware.write.Mode;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed-in call.
 *
 * @param segments path below /api
 */
record Request(Call call, Client client, List<String> segments) {
  /**
   * The body as JSON, an empty object when there is none or it is not called JSON
   * (JsonRequestTransformerListener); throws ApiError 400 when broken.
   */
  JsonNode body() {
    boolean json =
        call.header("content-type")
            .filter(t -> t.toLowerCase(Locale.ROOT).startsWith("application/json"))
            .isPresent();
    return json ? content() : Json.object();
  }

  /** The same whatever it is called, for the addresses that read it themselves. */
  JsonNode content() {
    if (call.body().length == 0) {
      return Json.object();
    }
    try {
      return call.json();
    } catch (JacksonException e) {
      throw Errors.brokenJson();
    }
  }

  /** The body as one row's fields; throws ApiError 400 for a list (ApiController::write). */
  ObjectNode object() {
    JsonNode body = body();
    if (body.isArray() && !body.isEmpty()) {
      throw ApiError.plain(
          400,
          "Only single write operations are supported. Please send the entities one by one or use"
              + " the /sync api endpoint.");
    }
    return body instanceof ObjectNode object ? object : Json.object();
  }

  boolean plainJson() {
    return call.header("accept").filter(a -> a.contains("application/json")).isPresent();
  }

  /** How the caller wants rows shown. */
  Reading reading() {
    boolean inheriting =
        call.header("sw-inheritance").filter(v -> v.equals("1") || v.equals("true")).isPresent();
    return new Reading(inheriting, language());
  }

  /** How the caller wants rows written. */
  Mode mode() {
    return new Mode(
        language(),
        call.header("indexing-behavior").filter("disable-indexing"::equals).isEmpty(),
        privileges -> Access.require(client, privileges));
  }

  private String language() {
    return call.header("sw-language-id").orElse(Values.SYSTEM_LANGUAGE);
  }

  String version() {
    return call.header("sw-version-id").orElse(Values.LIVE_VERSION);
  }

  boolean isDraft() {
    return !version().equals(Values.LIVE_VERSION);
  }

  String base() {
    return "http://" + call.header("host").orElse("localhost");
  }

  String address() {
    return base() + call.path();
  }

  boolean is(String method) {
    return call.method().equals(method);
  }

  String segment(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }
}
