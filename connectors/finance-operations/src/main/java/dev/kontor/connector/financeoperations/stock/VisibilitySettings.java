package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Setting {@code visibility}: the Inventory Visibility add-in of an environment.
 *
 * @param service address of the add-in's service
 * @param token address of the security service's tokens
 * @param environment id in Lifecycle Services
 * @param dimensions product dimensions the add-in's index has, as it names them
 */
record VisibilitySettings(
    URI service,
    URI token,
    String environment,
    List<String> sites,
    List<String> warehouses,
    List<String> dimensions,
    JsonNode measures) {

  private static final String SECURITY = "https://securityservice.operations365.dynamics.com";

  private static final List<String> DEMAND =
      List.of("fno.onorder", "fno.reservphysical", "fno.reservordered");

  /** Empty if stock is read from the environment itself. */
  static Optional<VisibilitySettings> of(FnoSettings settings) {
    JsonNode json = settings.open().path("visibility");
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    String security = Row.text(json, "securityService");
    return Optional.of(
        new VisibilitySettings(
            address(settings, "url", Row.text(json, "url")),
            address(
                settings, "securityService", (security.isEmpty() ? SECURITY : security) + "/token"),
            Row.text(json, "environment"),
            texts(json.path("sites")),
            texts(json.path("warehouses")),
            texts(json.path("dimensions")),
            json));
  }

  private static URI address(FnoSettings settings, String name, String text) {
    try {
      URI address = URI.create(text.replaceAll("/+$", ""));
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told like an address without host.
    }
    throw new FaultException(
        new Fault.Misconfigured(
            settings.connection() + ".visibility." + name,
            "is no address; write it like"
                + " https://inventoryservice.eu-il109.gateway.prod.island.powerapps.com"));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(text -> text.asString("")).toList();
  }

  /** What lies there, by data source and measure. */
  Measures onHand() {
    return measured("onHand", List.of("fno.physicalinvent"));
  }

  /** What is to leave of it. */
  Measures demand() {
    return measured("demand", DEMAND);
  }

  /** What others have reserved in the add-in for what is no document of the environment yet. */
  Measures reserved() {
    return measured("reserved", List.of("iv.softreservphysical"));
  }

  private Measures measured(String name, List<String> otherwise) {
    return new Measures(measures.has(name) ? texts(measures.path(name)) : otherwise);
  }
}
