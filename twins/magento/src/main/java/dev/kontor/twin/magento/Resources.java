package dev.kontor.twin.magento;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** JSON files that come with the twin. */
public final class Resources {
  private Resources() {}

  /** A file beside this class; throws IllegalArgumentException when there is none. */
  public static JsonNode json(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("No file " + name + " in the twin");
      }
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
