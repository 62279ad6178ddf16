package dev.kontor.engine.config;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A pack in use; pack and prefix together are its name.
 *
 * @param prefix put before the names of the pack's flows, may be empty
 * @param roles name of the connection by the pack's role
 */
public record PackUse(String pack, String prefix, Map<String, String> roles) {

  static PackUse of(JsonNode written) {
    Map<String, String> roles = new LinkedHashMap<>();
    written
        .path("roles")
        .properties()
        .forEach(role -> roles.put(role.getKey(), role.getValue().asString("")));
    return new PackUse(
        written.path("use").asString(""), written.path("prefix").asString(""), roles);
  }

  /** Whether it is the same use of the same pack, whatever its roles. */
  public boolean isSame(PackUse other) {
    return pack.equals(other.pack) && prefix.equals(other.prefix);
  }

  /** Whether it was the same use, but of other connections. */
  public boolean isMovedFrom(PackUse before) {
    return isSame(before) && !roles.equals(before.roles);
  }

  /** As people call it. */
  public String words() {
    return prefix.isEmpty() ? pack : pack + " with the prefix " + prefix;
  }
}
