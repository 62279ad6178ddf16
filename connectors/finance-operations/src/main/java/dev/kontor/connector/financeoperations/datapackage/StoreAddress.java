package dev.kontor.connector.financeoperations.datapackage;

import dev.kontor.connector.financeoperations.api.DataActions;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a package may be put: the service answers JSON within a JSON string.
 *
 * @param scheme of the environment; an order goes nowhere less safe
 */
record StoreAddress(DataActions actions, String scheme) {

  /**
   * A fresh one.
   *
   * @throws FaultException {@link Fault.Unavailable} if the service answers none
   */
  URI of(String name) {
    ObjectNode asked = ModelJson.mapper().createObjectNode().put("uniqueFileName", name);
    JsonNode value = actions.ask("GetAzureWriteUrl", asked);
    try {
      JsonNode told = value.isString() ? ModelJson.parse(value.asString()) : value;
      URI address = URI.create(Row.text(told, "BlobUrl"));
      if (address.getHost() != null && scheme.equals(address.getScheme())) {
        return address;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      // Told like an address of another kind.
    }
    throw new FaultException(
        new Fault.Unavailable("GetAzureWriteUrl answered no address of " + scheme));
  }
}
