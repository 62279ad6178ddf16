package dev.kontor.connector.financeoperations;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** Files that are shipped beside the connector's code, by their path from here. */
final class FnoResource {

  private FnoResource() {}

  static JsonNode json(String path) {
    try (InputStream in = FnoResource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing beside FnoResource");
      }
      return ModelJson.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
