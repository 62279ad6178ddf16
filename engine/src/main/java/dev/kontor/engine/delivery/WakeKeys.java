package dev.kontor.engine.delivery;

import dev.kontor.model.EntityType;

/** Names of what a lane can wait for, the same wherever they are waited for and announced. */
public final class WakeKeys {

  private WakeKeys() {}

  public static String connection(String name) {
    return "connection:" + name;
  }

  public static String flow(String name) {
    return "flow:" + name;
  }

  /** A document with that key at that connection. */
  public static String missing(String connection, EntityType type, String key) {
    return connection + "|" + type.key() + "|" + key;
  }
}
