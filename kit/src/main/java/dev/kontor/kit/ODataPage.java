package dev.kontor.kit;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of an entity set.
 *
 * @param next where the server goes on, verbatim; null on the last page
 * @param count of all entities that fit, if the query asked for it and the server told; else null
 */
public record ODataPage(List<JsonNode> values, @Nullable URI next, @Nullable Long count) {

  public ODataPage {
    values = List.copyOf(values);
  }
}
