package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Errors that only writes raise. */
final class Writes {
  private Writes() {}

  static ApiError invalidId(String id) {
    return ApiError.of(
        400,
        "FRAMEWORK__INVALID_UUID",
        "Value is not a valid UUID: " + id,
        Json.object().put("input", id));
  }

  static ApiError duplicateNumber(String number) {
    return ApiError.of(
        400,
        "CONTENT__DUPLICATE_PRODUCT_NUMBER",
        "Product with number \"" + number + "\" already exists.",
        Json.object().put("number", number));
  }

  static ApiError optionExists() {
    return ApiError.of(
        400,
        "PRODUCT_CONFIGURATION_OPTION_EXISTS_ALREADY",
        "Configuration option already exists",
        Json.object());
  }

  static ApiError duplicateEntry(String entity, String index, String value) {
    return violated(
        "1062", "1062 Duplicate entry '" + value + "' for key '" + entity + ".uniq." + index + "'");
  }

  static ApiError foreignKey(String entity, String field, String target) {
    String column = snake(field);
    return violated(
        "1452",
        "1452 Cannot add or update a child row: a foreign key constraint fails (`shopware`.`"
            + entity
            + "`, CONSTRAINT `fk."
            + entity
            + "."
            + column
            + "` FOREIGN KEY (`"
            + column
            + "`) REFERENCES `"
            + target
            + "` (`id`) ON UPDATE CASCADE)");
  }

  private static ApiError violated(String code, String words) {
    return ApiError.coded(
        code,
        500,
        "An exception occurred while executing a query: SQLSTATE[23000]: Integrity constraint"
            + " violation: "
            + words);
  }

  static ApiError restricted(String entity, Map<String, Integer> usages) {
    String text =
        usages.entrySet().stream()
            .map(u -> u.getKey() + " (" + u.getValue() + ")")
            .collect(Collectors.joining(", "));
    ObjectNode parameters = Json.object().put("entity", entity).put("usagesString", text);
    ArrayNode list = parameters.putArray("usages");
    usages.forEach((name, count) -> list.addObject().put("entityName", name).put("count", count));
    return ApiError.of(
        409,
        "FRAMEWORK__DELETE_RESTRICTED",
        "The delete request for "
            + entity
            + " was denied due to a conflict. The entity is currently in use by: "
            + text,
        parameters);
  }

  static ApiError keyMissing(String entity, String field) {
    return ApiError.of(
        400,
        "FRAMEWORK__INCONSISTENT_PRIMARY_KEY",
        "Inconsistent primary key " + field + " for entity " + entity,
        Json.object().put("primaryKey", field).put("entity", entity));
  }

  static ApiError intent(String entity, String expected, String got) {
    return ApiError.of(
            400,
            "FRAMEWORK__WRITE_TYPE_INTEND_ERROR",
            "Expected command for \""
                + entity
                + "\" to be \""
                + expected
                + "\". (Got: "
                + got
                + ")",
            Json.object()
                .put("definition", entity)
                .put("expectedClass", expected)
                .put("actualClass", got))
        .at("/");
  }

  private static String snake(String field) {
    return field.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }
}
