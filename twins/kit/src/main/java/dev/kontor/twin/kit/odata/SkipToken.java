package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The opaque token of a next page: the order key of the last row delivered. */
final class SkipToken {
  private SkipToken() {}

  static String of(Page.Hit last) {
    ArrayNode key = Json.array();
    last.key().forEach(key::add);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(key));
  }

  /** Key of the row to go on behind, empty for the first page; throws ODataFault with BAD_QUERY. */
  static List<JsonNode> key(QueryOptions options) {
    return options.option("$skiptoken").map(SkipToken::read).orElse(List.of());
  }

  /** Insertion place of the last row delivered, below all of them if none was. */
  static long placeAfter(QueryOptions options) {
    List<JsonNode> key = key(options);
    return key.isEmpty() ? Long.MIN_VALUE : key.getLast().asLong();
  }

  private static List<JsonNode> read(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
      return Json.parse(bytes).valueStream().toList();
    } catch (IllegalArgumentException | JacksonException e) {
      throw ODataFault.of(Problem.BAD_QUERY, "The skip token is not valid.");
    }
  }
}
