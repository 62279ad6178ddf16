package dev.kontor.twin.financeoperations.events;

import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event on its way to one endpoint.
 *
 * @param repetitions how many there have been
 */
record Delivering(URI url, ObjectNode body, int repetitions) {
  Delivering again() {
    return new Delivering(url, body, repetitions + 1);
  }

  Delivering anew() {
    return new Delivering(url, body, 0);
  }
}
