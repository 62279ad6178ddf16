package dev.kontor.twin.magento.api;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.search.Criteria;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service is asked.
 *
 * @param path values of the route's placeholders
 * @param params the service's parameters, checked
 * @param store the store code of the path, {@code default} when it has none
 */
public record Request(Map<String, String> path, ObjectNode params, String store) {

  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  /** A placeholder that is a number; anything else is refused. */
  public long id(String name) {
    String value = path(name);
    if (!value.matches("\\s*[-+]?\\d{1,18}\\s*")) {
      throw ApiError.of(400, BadValue.of(value, "int").text());
    }
    return Long.parseLong(value.strip());
  }

  /** Values for all stores are written and read under 0. */
  public long storeId() {
    return switch (store) {
      case "default" -> 1;
      case "us" -> 2;
      default -> 0;
    };
  }

  /** Whether what is written counts for all store views. */
  public boolean isForAll() {
    return storeId() == 0;
  }

  /** A parameter, a missing node when it was not sent. */
  public JsonNode param(String name) {
    return params.path(name);
  }

  public Criteria criteria() {
    return Criteria.of(param("searchCriteria"));
  }
}
