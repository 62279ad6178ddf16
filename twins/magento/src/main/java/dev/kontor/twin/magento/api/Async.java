package dev.kontor.twin.magento.api;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes requests that are carried out later. */
public interface Async {

  /** A checked request and what was sent for it. */
  record Work(Request request, JsonNode sent) {}

  /** Time went by: what is carried out meanwhile is. */
  void elapse();

  /** The body of the 202. */
  ObjectNode accept(String route, Endpoint endpoint, List<Work> work);
}
