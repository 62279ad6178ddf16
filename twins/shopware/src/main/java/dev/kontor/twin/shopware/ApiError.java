package dev.kontor.twin.shopware;

import dev.kontor.twin.kit.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer of the shop that is not success, in its error shape (contract §4). */
public final class ApiError extends RuntimeException {
  private final int status;
  private final transient List<ObjectNode> errors;

  public ApiError(int status, List<ObjectNode> errors) {
    super(errors.toString());
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  public int status() {
    return status;
  }

  public ObjectNode body() {
    ObjectNode body = Json.object();
    errors.forEach(body.putArray("errors")::add);
    return body;
  }

  /** A shop exception with a code name; parameters become meta.parameters, [] when empty. */
  public static ApiError of(int status, String code, String detail, ObjectNode parameters) {
    ObjectNode error =
        Json.object()
            .put("status", String.valueOf(status))
            .put("code", code)
            .put("title", Titles.of(status))
            .put("detail", detail);
    error
        .putObject("meta")
        .set("parameters", parameters.isEmpty() ? Json.array() : (JsonNode) parameters);
    return new ApiError(status, List.of(error));
  }

  /** An uncaught exception: code "0" without meta (errors fixtures). */
  public static ApiError plain(int status, String detail) {
    return coded("0", status, detail);
  }

  public static ApiError coded(String code, int status, String detail) {
    return new ApiError(
        status,
        List.of(
            Json.object()
                .put("code", code)
                .put("status", String.valueOf(status))
                .put("title", Titles.of(status))
                .put("detail", detail)));
  }

  /** The same error with a source pointer on its first entry. */
  public ApiError at(String pointer) {
    ObjectNode error = errors.getFirst().deepCopy();
    error.putObject("source").put("pointer", pointer);
    return new ApiError(status, List.of(error));
  }
}
