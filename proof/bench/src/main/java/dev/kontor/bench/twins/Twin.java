package dev.kontor.bench.twins;

import dev.kontor.bench.process.Child;
import dev.kontor.bench.process.Java;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One simulated system as {@code ./kontor twin} starts it, and its controls. */
public final class Twin implements AutoCloseable {

  private static final int COLUMN = 18;

  private final Child child;
  private final Map<String, String> said;
  private final Web web = new Web();

  private Twin(Child child, Map<String, String> said) {
    this.child = child;
    this.said = Map.copyOf(said);
  }

  /** Which is ready once it has said its client secret. */
  static Twin start(String system, Path log) throws IOException {
    return start(system, "client secret", log);
  }

  /**
   * @param system as the command names it
   * @param last what it says last when it starts
   * @param log takes what it writes to its error stream
   */
  static Twin start(String system, String last, Path log) throws IOException {
    List<String> arguments =
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx3g",
            "-cp",
            Java.shippedClassPath(),
            "dev.kontor.app.Kontor",
            "twin",
            system);
    Child child = new Child(log, arguments);
    Map<String, String> said = new HashMap<>();
    while (!said.containsKey(last)) {
      String line = child.line();
      said.put(line.substring(0, COLUMN).strip(), line.substring(COLUMN).strip());
    }
    return new Twin(child, said);
  }

  /** What it said when it started, such as {@code client id}. */
  String said(String what) {
    return said.getOrDefault(what, "");
  }

  /** What it was asked since it was last told to forget it. */
  public Counted counted() {
    return Counted.of(get("/_twin/calls"));
  }

  public void forgetCalls() {
    post("/_twin/calls/reset", ModelJson.mapper().nullNode());
  }

  /** Whether its API answers at all; its controls always do. */
  public void reachable(boolean reachable) {
    web.put(address("/_twin/dials"), ModelJson.mapper().createObjectNode().put("down", !reachable));
  }

  /** Changes how it behaves. */
  public void put(String path, JsonNode body) {
    web.put(address(path), body);
  }

  public JsonNode get(String path) {
    return ModelJson.parse(web.get(address(path)));
  }

  /** The answer's body, null node if there is none. */
  public JsonNode post(String path, JsonNode body) {
    byte[] answer = web.post(address(path), body);
    return answer.length == 0 ? ModelJson.mapper().nullNode() : ModelJson.parse(answer);
  }

  private URI address(String path) {
    return URI.create(said("API")).resolve(path);
  }

  @Override
  public void close() {
    web.close();
    child.close();
  }
}
