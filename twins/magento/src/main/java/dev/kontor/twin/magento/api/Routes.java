package dev.kontor.twin.magento.api;

import dev.kontor.twin.magento.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All routes of Magento Open Source 2.4.7-p3 with the rights they need ({@code routes.json}, from
 * its webapi.xml files), and in Adobe Commerce some of its own ({@code routes-commerce.json}, from
 * the vendor's REST schema, which does not tell the rights: these are the twin's own). Those the
 * twin simulates have an endpoint.
 */
public final class Routes {

  /**
   * A route of the shop.
   *
   * @param endpoint null where the twin does not simulate it
   */
  record Route(String key, List<String> resources, @Nullable Endpoint endpoint) {}

  /** A route that fits a request. */
  record Match(Route route, Map<String, String> path) {}

  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Map<String, List<String>> rights = new LinkedHashMap<>();

  public Routes(boolean commerce) {
    add("routes.json");
    if (commerce) {
      add("routes-commerce.json");
    }
  }

  private void add(String file) {
    for (var route : Resources.json(file).properties()) {
      List<String> resources = new ArrayList<>();
      route.getValue().valueStream().map(JsonNode::asString).forEach(resources::add);
      rights.put(route.getKey(), resources);
    }
  }

  /** Throws IllegalArgumentException when the shop has no such route. */
  public Routes on(String key, Endpoint.Action action, Param... params) {
    if (!rights.containsKey(key)) {
      throw new IllegalArgumentException("The shop has no route " + key);
    }
    endpoints.put(key, new Endpoint(List.of(params), action));
    return this;
  }

  /**
   * The route with most fixed segments that fits.
   *
   * @param bulk a placeholder is written bySku
   */
  Optional<Match> match(String method, List<String> segments, boolean bulk) {
    Optional<Match> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (var entry : rights.entrySet()) {
      String key = entry.getKey();
      Map<String, String> path = fits(key, method, segments, bulk);
      if (path != null && path.size() < fewest) {
        fewest = path.size();
        best = Optional.of(new Match(new Route(key, entry.getValue(), endpoints.get(key)), path));
      }
    }
    return best;
  }

  private static @Nullable Map<String, String> fits(
      String key, String method, List<String> segments, boolean bulk) {
    String[] parts = key.split(" ", 2);
    String[] template = parts[1].substring(1).split("/");
    if (!parts[0].equals(method) || template.length != segments.size()) {
      return null;
    }
    Map<String, String> path = new LinkedHashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith(":") && (!bulk || isBy(template[i], segments.get(i)))) {
        path.put(template[i].substring(1), segments.get(i));
      } else if (!template[i].equals(segments.get(i))) {
        return null;
      }
    }
    return path;
  }

  private static boolean isBy(String placeholder, String segment) {
    return segment.equals("by" + Names.upperCamel(placeholder.substring(1)));
  }
}
