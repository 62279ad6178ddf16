package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Handler;
import dev.kontor.twin.kit.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of $batch: parts run in order and stop at the first failure unless
 * odata.continue-on-error is preferred; Isolation: snapshot undoes all when one failed, but for
 * what was committed inside (business-central/behaviours.md §5).
 */
public final class Batch {
  private static final class RolledBack extends RuntimeException {}

  private final Rows rows;
  private final Dialect dialect;
  private final Handler parts;

  /** Parts are handled like calls of their own. */
  public Batch(Rows rows, Dialect dialect, Handler parts) {
    this.rows = rows;
    this.dialect = dialect;
    this.parts = parts;
  }

  /** Answers 200 whenever the batch itself could be read; root is the path part URLs start from. */
  public Answer handle(Call call, String root) {
    JsonNode requests;
    try {
      requests = call.json().path("requests");
    } catch (JacksonException e) {
      return dialect.error(ODataFault.of(Problem.MALFORMED_BODY, "The batch is not valid JSON."));
    }
    if (requests.size() > dialect.maxBatch()) {
      return dialect.error(
          ODataFault.of(
              Problem.BATCH_TOO_LARGE,
              "The batch has %d operations; at most %d are allowed."
                  .formatted(requests.size(), dialect.maxBatch())));
    }
    ArrayNode responses = Json.array();
    boolean keepGoing = call.header("Prefer").orElse("").contains("odata.continue-on-error");
    if (call.header("Isolation").orElse("").equals("snapshot")) {
      isolated(call, root, requests, keepGoing, responses);
    } else {
      run(call, root, requests, keepGoing, responses);
    }
    ObjectNode body = Json.object();
    body.set("responses", responses);
    return Answer.json(200, body);
  }

  private void isolated(
      Call call, String root, JsonNode requests, boolean keepGoing, ArrayNode responses) {
    try {
      rows.changing(
          () -> {
            if (!run(call, root, requests, keepGoing, responses)) {
              throw new RolledBack();
            }
            return responses;
          });
    } catch (RolledBack e) {
      // The parts' answers stand although their changes were undone.
      return;
    }
  }

  private boolean run(
      Call call, String root, JsonNode requests, boolean keepGoing, ArrayNode responses) {
    boolean allWell = true;
    for (JsonNode part : requests) {
      Answer answer = answered(call, root, part);
      responses.add(response(part, answer));
      if (answer.status() >= 400) {
        allWell = false;
        if (!keepGoing) {
          break;
        }
      }
    }
    return allWell;
  }

  private Answer answered(Call outer, String root, JsonNode part) {
    try {
      return parts.handle(call(outer, root, part));
    } catch (Exception e) {
      return dialect.error(
          ODataFault.of(Problem.MALFORMED_BODY, "The part failed: " + e.getMessage()));
    }
  }

  private static Call call(Call outer, String root, JsonNode part) {
    String url = part.path("url").asString("");
    String absolute = url.startsWith("http") ? url : url.startsWith("/") ? url : root + "/" + url;
    URI uri = URI.create(absolute.replace(" ", "%20"));
    Map<String, String> headers = new HashMap<>();
    headers.put("host", outer.header("Host").orElse("localhost"));
    part.path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().asString()));
    JsonNode body = part.path("body");
    String query = uri.getRawQuery();
    return new Call(
        part.path("method").asString("GET").toUpperCase(Locale.ROOT),
        uri.getPath(),
        Call.query(query == null ? "" : query),
        query == null ? "" : query,
        headers,
        body.isMissingNode() ? new byte[0] : Json.bytes(body));
  }

  private static ObjectNode response(JsonNode part, Answer answer) {
    ObjectNode response = Json.object();
    response.set("id", part.path("id").isMissingNode() ? Json.MAPPER.nullNode() : part.get("id"));
    response.put("status", answer.status());
    ObjectNode headers = response.putObject("headers");
    answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    if (answer.body().length > 0) {
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      response.set("body", text.startsWith("{") ? answer.json() : Json.MAPPER.valueToTree(text));
    }
    return response;
  }
}
