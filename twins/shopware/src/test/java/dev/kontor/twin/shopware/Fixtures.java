package dev.kontor.twin.shopware;

import tools.jackson.databind.JsonNode;

/** Answers recorded from a real shop of release 6.6.7.0. */
final class Fixtures {
  private Fixtures() {}

  static JsonNode json(String name) {
    return Resources.json(name);
  }

  static JsonNode error(String name) {
    return json(name).path("errors").path(0);
  }
}
