package dev.kontor.engine.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A shipped pack as people choose it.
 *
 * @param roles connector by role
 * @param flows names of its flows, without prefix
 */
public record Pack(String name, String title, Map<String, String> roles, List<String> flows) {

  /** The pack of that name, empty if the build has none. */
  public static Optional<Pack> of(ConnectorSchemas installed, String name) {
    return installed.pack(name).map(text -> read(name, text));
  }

  private static Pack read(String name, String text) {
    YamlDocument pack = YamlDocument.parse("packs/" + name + ".yaml", text);
    Map<String, String> roles = new LinkedHashMap<>();
    pack.root()
        .path("roles")
        .properties()
        .forEach(role -> roles.put(role.getKey(), role.getValue().path("connector").asString("")));
    return new Pack(
        name,
        pack.root().path("title").asString(name),
        roles,
        List.copyOf(pack.root().path("flows").propertyNames()));
  }

  static List<String> flows(ConnectorSchemas installed, String name) {
    return of(installed, name).map(Pack::flows).orElse(List.of());
  }
}
