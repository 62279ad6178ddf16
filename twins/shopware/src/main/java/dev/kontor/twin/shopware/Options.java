package dev.kontor.twin.shopware;

import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.shopware.api.Client;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How a Shopware twin starts.
 *
 * @param port 0 takes any free one
 * @param clients who may sign in
 * @param catalogue products as JSON, see {@link Catalogue#add}
 * @param retryPauses before each retry of a webhook
 * @param vertical taxes are rounded once per rate instead of per line
 * @param seed of ids and secrets
 */
public record Options(
    String host,
    int port,
    ShopVersion version,
    List<Client> clients,
    JsonNode catalogue,
    InstantSource clock,
    Dials dials,
    List<Duration> retryPauses,
    boolean vertical,
    long seed) {

  public static final String ACCESS_KEY = "SWIAKONTORDEMO000000000000";
  public static final String SECRET = "kontor-demo-secret";

  /** The demo shop of version 6.6 on any free port of this machine. */
  public static Options demo() {
    return new Options(
        "127.0.0.1",
        0,
        ShopVersion.V6_6,
        List.of(Client.admin(ACCESS_KEY, SECRET)),
        Catalogue.demo(),
        InstantSource.system(),
        new Dials(),
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)),
        false,
        1);
  }

  public Options port(int other) {
    return new Options(
        host, other, version, clients, catalogue, clock, dials, retryPauses, vertical, seed);
  }

  public Options version(ShopVersion other) {
    return new Options(
        host, port, other, clients, catalogue, clock, dials, retryPauses, vertical, seed);
  }

  public Options clients(Client... others) {
    return new Options(
        host, port, version, List.of(others), catalogue, clock, dials, retryPauses, vertical, seed);
  }

  public Options catalogue(JsonNode other) {
    return new Options(
        host, port, version, clients, other, clock, dials, retryPauses, vertical, seed);
  }

  public Options clock(InstantSource other) {
    return new Options(
        host, port, version, clients, catalogue, other, dials, retryPauses, vertical, seed);
  }

  public Options dials(Dials other) {
    return new Options(
        host, port, version, clients, catalogue, clock, other, retryPauses, vertical, seed);
  }

  public Options retryPauses(List<Duration> others) {
    return new Options(
        host, port, version, clients, catalogue, clock, dials, List.copyOf(others), vertical, seed);
  }

  public Options taxedVertically() {
    return new Options(
        host, port, version, clients, catalogue, clock, dials, retryPauses, true, seed);
  }
}
