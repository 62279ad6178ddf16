package dev.kontor.proof.recorded;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop that answers with the recordings of a real one, byte for byte where it matters. */
final class RecordedShop implements AutoCloseable {

  private final Map<String, JsonNode> orders = new TreeMap<>();
  private final Map<String, JsonNode> written = new ConcurrentHashMap<>();
  private final TwinServer server;

  RecordedShop(Path recordings) throws IOException {
    try (Stream<Path> files = Files.list(recordings.resolve("orders"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode order = Json.parse(Files.readAllBytes(file)).path("data").path(0);
        orders.put("orders/" + file.getFileName(), order);
      }
    }
    server = TwinServer.start("127.0.0.1", 0, new Dials(), InstantSource.system(), this::answer);
  }

  /** Orders by the name of their recording. */
  Map<String, JsonNode> orders() {
    return orders;
  }

  /** What was written to orders, by id. */
  Map<String, JsonNode> written() {
    return written;
  }

  URI uri() {
    return server.uri();
  }

  private Answer answer(Call call) {
    if (call.path().equals("/api/oauth/token")) {
      return Answer.json(200, Json.object().put("expires_in", 600).put("access_token", "recorded"));
    }
    if (call.path().equals("/api/search/order")) {
      return Answer.json(200, search(call.json()));
    }
    if (call.method().equals("POST") && call.path().equals("/api/_action/sync")) {
      call.json().forEach(this::write);
      return Answer.json(200, Json.object());
    }
    return Answer.json(404, Json.object().put("path", call.path()));
  }

  private void write(JsonNode operation) {
    if (operation.path("entity").asString().equals("order")) {
      operation.path("payload").forEach(row -> written.put(row.path("id").asString(), row));
    }
  }

  private ObjectNode search(JsonNode criteria) {
    Set<String> ids = new HashSet<>();
    criteria.path("ids").forEach(id -> ids.add(id.asString()));
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    orders.values().stream().filter(o -> ids.contains(o.path("id").asString())).forEach(data::add);
    body.put("total", data.size());
    return body;
  }

  @Override
  public void close() {
    server.close();
  }
}
