package dev.kontor.connector.magento;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** Files that are shipped beside the connector's code, by their path from here. */
final class MagentoResource {

  private MagentoResource() {}

  static JsonNode json(String path) {
    try (InputStream in = MagentoResource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing beside MagentoResource");
      }
      return ModelJson.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
