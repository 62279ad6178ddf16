package dev.kontor.connector.shopware;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** JSON that is shipped beside the connector's code. */
final class ShopwareResource {

  private ShopwareResource() {}

  static JsonNode json(String name) {
    try (InputStream in = ShopwareResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside ShopwareResource");
      }
      return ModelJson.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
