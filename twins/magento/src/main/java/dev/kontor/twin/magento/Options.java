package dev.kontor.twin.magento;

import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.magento.api.Integration;
import dev.kontor.twin.magento.cart.Setup;
import dev.kontor.twin.magento.catalog.Catalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How a Magento twin starts.
 *
 * @param port 0 takes any free one
 * @param integrations who may call
 * @param commerce Adobe Commerce with its B2B modules, else Open Source
 * @param bearer integration tokens count as bearer tokens, which Magento has off since 2.4.4
 * @param setup how prices and taxes are set up
 * @param catalogue products as JSON, see {@link Catalogue#add}
 */
public record Options(
    String host,
    int port,
    List<Integration> integrations,
    boolean commerce,
    boolean bearer,
    Setup setup,
    JsonNode catalogue,
    InstantSource clock,
    Dials dials) {
  public static final String CONSUMER_KEY = "kontordemoconsumerkey00000000000";
  public static final String CONSUMER_SECRET = "kontordemoconsumersecret00000000";
  public static final String TOKEN = "kontordemoaccesstoken00000000000";
  public static final String TOKEN_SECRET = "kontordemotokensecret00000000000";

  /** The demo shop with net prices and one integration with all rights, on any free port. */
  public static Options demo() {
    Integration all =
        new Integration(
            1, CONSUMER_KEY, CONSUMER_SECRET, TOKEN, TOKEN_SECRET, Set.of(Integration.ALL));
    return new Options(
        "127.0.0.1",
        0,
        List.of(all),
        false,
        false,
        Setup.net(),
        Catalogue.demo(),
        InstantSource.system(),
        new Dials());
  }

  public Options port(int other) {
    return new Options(host, other, integrations, commerce, bearer, setup, catalogue, clock, dials);
  }

  public Options integrations(Integration... others) {
    return new Options(
        host, port, List.of(others), commerce, bearer, setup, catalogue, clock, dials);
  }

  public Options adobeCommerce() {
    return new Options(host, port, integrations, true, bearer, setup, catalogue, clock, dials);
  }

  public Options allowingBearer() {
    return new Options(host, port, integrations, commerce, true, setup, catalogue, clock, dials);
  }

  public Options setup(Setup other) {
    return new Options(host, port, integrations, commerce, bearer, other, catalogue, clock, dials);
  }

  public Options catalogue(JsonNode other) {
    return new Options(host, port, integrations, commerce, bearer, setup, other, clock, dials);
  }

  public Options clock(InstantSource other) {
    return new Options(host, port, integrations, commerce, bearer, setup, catalogue, other, dials);
  }

  public Options dials(Dials other) {
    return new Options(host, port, integrations, commerce, bearer, setup, catalogue, clock, other);
  }
}
