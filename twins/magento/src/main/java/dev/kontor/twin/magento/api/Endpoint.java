package dev.kontor.twin.magento.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A service behind a route. */
public record Endpoint(List<Param> params, Action action) {

  /** Answers with the body of a 200. */
  @FunctionalInterface
  public interface Action {
    JsonNode on(Request request);
  }
}
