package dev.kontor.twin.magento.control;

import dev.kontor.twin.magento.cart.Algorithm;
import dev.kontor.twin.magento.cart.Setup;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads how prices and taxes are set up. */
final class Setups {
  private Setups() {}

  /** Throws IllegalArgumentException for a word that is none of those offered. */
  static Setup of(Setup now, JsonNode given) {
    Setup setup =
        switch (given.path("prices").asString("")) {
          case "net" -> Setup.net();
          case "gross" -> Setup.gross();
          case "" -> now;
          default -> throw new IllegalArgumentException("prices: use net or gross");
        };
    if (!given.path("taxed_shipping").asBoolean(true)) {
      setup = setup.untaxedShipping();
    }
    String algorithm = given.path("algorithm").asString("");
    return algorithm.isEmpty()
        ? setup
        : setup.algorithm(Algorithm.valueOf(algorithm.toUpperCase(Locale.ROOT)));
  }
}
