package dev.kontor.engine.delivery;

import dev.kontor.model.EntityType;

/** Names of what a lane can wait for, the same wherever they are waited for and announced. */
public final class WakeKeys {

  private static final String CONNECTION = "connection:";
  private static final String FLOW = "flow:";

  /** That people let the hub write again, anywhere. */
  public static final String EVERYTHING = "everything";

  private WakeKeys() {}

  public static String connection(String name) {
    return CONNECTION + name;
  }

  public static String flow(String name) {
    return FLOW + name;
  }

  /** That a flow is a dry run no longer. */
  static String rehearsal(String flow) {
    return "rehearsal:" + flow;
  }

  /** Whether it names what can be stopped: a connection, a flow, or all writing. */
  static boolean isStop(String key) {
    return key.startsWith(CONNECTION) || key.startsWith(FLOW) || key.equals(EVERYTHING);
  }

  /** A document with that key at that connection. */
  public static String missing(String connection, EntityType type, String key) {
    return connection + "|" + type.key() + "|" + key;
  }
}
