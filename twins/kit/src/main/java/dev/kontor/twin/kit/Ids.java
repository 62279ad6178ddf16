package dev.kontor.twin.kit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifiers in the shapes the simulated systems use. */
public final class Ids {
  private Ids() {}

  /** A fresh random id, lower case with dashes. */
  public static String guid() {
    return UUID.randomUUID().toString();
  }

  /** The same id for the same name in every run, lower case with dashes; for seeded records. */
  public static String guid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A fresh random id of 32 lower-case hexadecimal digits. */
  public static String hex() {
    return guid().replace("-", "");
  }

  /** The same 32 hexadecimal digits for the same name in every run. */
  public static String hex(String name) {
    return guid(name).replace("-", "");
  }
}
