package dev.kontor.connector.shopware;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** Answers and webhooks recorded from a real Shopware 6.6.7.0 shop. */
public final class Recorded {

  private Recorded() {}

  public static byte[] bytes(String file) {
    try (InputStream in = Recorded.class.getResourceAsStream("/shopware-6.6.7/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no recording " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String file) {
    return ModelJson.parse(bytes(file));
  }

  /** The one order of a recorded search. */
  public static JsonNode order(String file) {
    return json(file).path("data").path(0);
  }
}
