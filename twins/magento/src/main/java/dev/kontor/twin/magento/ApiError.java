package dev.kontor.twin.magento;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of the shop that is not success. Its message keeps the placeholders, as the shop's
 * does; the values stand beside it (magento/contract.md §3, magento/observed.md "Errors").
 */
public final class ApiError extends RuntimeException {
  private static final int REPORT_LENGTH = 13;

  private final int status;
  private final transient ObjectNode body;

  private ApiError(int status, ObjectNode body) {
    super(body.toString());
    this.status = status;
    this.body = body;
  }

  /** A message without placeholders. */
  public static ApiError of(int status, String message) {
    return new ApiError(status, Json.object().put("message", message));
  }

  /** Values of {@code %1}, {@code %2} and so on. */
  public static ApiError listed(int status, String message, String... values) {
    ObjectNode body = Json.object().put("message", message);
    ArrayNode parameters = body.putArray("parameters");
    List.of(values).forEach(parameters::add);
    return new ApiError(status, body);
  }

  /** The value of one named placeholder. */
  public static ApiError named(int status, String message, String name, String value) {
    ObjectNode body = Json.object().put("message", message);
    body.putObject("parameters").put(name, value);
    return new ApiError(status, body);
  }

  public static ApiError notFound() {
    return of(404, "The entity that was requested doesn't exist. Verify the entity and try again.");
  }

  public static ApiError required(String field) {
    return named(400, "\"%fieldName\" is required. Enter and try again.", "fieldName", field);
  }

  public static ApiError invalid(String field, String value) {
    ApiError error = of(400, "Invalid value of \"%value\" provided for the %fieldName field.");
    error.body.putObject("parameters").put("fieldName", field).put("value", value);
    return error;
  }

  /** The 404 of an entity that is named by one of its fields. */
  public static ApiError noSuch(String field, String value) {
    ApiError error = of(404, "No such entity with %fieldName = %fieldValue");
    error.body.putObject("parameters").put("fieldName", field).put("fieldValue", value);
    return error;
  }

  /** A fault the shop tells nobody but its log. */
  public static ApiError internal() {
    return of(
        500,
        "Internal Error. Details are available in Magento log file. Report ID: webapi-"
            + Ids.hex().substring(0, REPORT_LENGTH));
  }

  /** The same with the list of errors that the inventory modules add. */
  public ApiError with(ArrayNode errors) {
    ObjectNode more = body.deepCopy();
    more.set("errors", errors);
    return new ApiError(status, more);
  }

  public int status() {
    return status;
  }

  public ObjectNode body() {
    return body;
  }

  /** The message with its values put in, as bulk operations keep it. */
  public String text() {
    String text = body.path("message").asString();
    JsonNode parameters = body.path("parameters");
    if (parameters.isArray()) {
      for (int i = 0; i < parameters.size(); i++) {
        text = text.replace("%" + (i + 1), parameters.path(i).asString());
      }
    }
    for (var named : parameters.properties()) {
      text = text.replace("%" + named.getKey(), named.getValue().asString());
    }
    return text;
  }

  /** One entry of {@code errors}. */
  public static ObjectNode entry(String message, @Nullable JsonNode parameters) {
    ObjectNode entry = Json.object().put("message", message);
    return parameters == null ? entry : entry.set("parameters", parameters);
  }
}
