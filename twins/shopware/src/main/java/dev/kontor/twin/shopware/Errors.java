package dev.kontor.twin.shopware;

import dev.kontor.twin.kit.Json;

/** The shop exceptions that the twin raises in more than one place. */
public final class Errors {
  private Errors() {}

  public static ApiError unknownEntity(String name) {
    return ApiError.of(
        500,
        "FRAMEWORK__DEFINITION_NOT_FOUND",
        "Definition for entity \"" + name + "\" does not exist.",
        Json.object().put("entityName", name));
  }

  public static ApiError unknownField(String field, String entity) {
    return ApiError.of(
        400,
        "FRAMEWORK__UNMAPPED_FIELD",
        "Field \"" + field + "\" in entity \"" + entity + "\" was not found.",
        Json.object().put("field", field).put("entity", entity));
  }

  public static ApiError unknownAssociation(String name) {
    return ApiError.of(
        500,
        "FRAMEWORK__ASSOCIATION_NOT_FOUND",
        "Can not find association by name " + name,
        Json.object().put("association", name));
  }

  public static ApiError notFound(String entity, String id) {
    var parameters = Json.object().put("type", entity);
    parameters.putObject("primaryKey").put("id", id);
    parameters.put("primaryKeyString", "id(" + id + ")");
    return ApiError.of(
        404,
        "FRAMEWORK__RESOURCE_NOT_FOUND",
        "The " + entity + " resource with the following primary key was not found: id(" + id + ")",
        parameters);
  }

  public static ApiError noRoute(String method, String address) {
    return ApiError.plain(404, "No route found for \"" + method + " " + address + "\"");
  }

  public static ApiError brokenJson() {
    return ApiError.plain(400, "The JSON payload is malformed.");
  }
}
