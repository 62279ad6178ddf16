package dev.kontor.bench.orders;

import dev.kontor.bench.load.LoadProcess;
import dev.kontor.bench.process.Child;
import dev.kontor.bench.process.Java;
import dev.kontor.bench.stub.TargetProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What both sides run between: the shop that pushes and the target that takes. */
final class Field implements AutoCloseable {

  private final Child load;
  private final Child target;
  private final int targetPort;

  Field(Path directory) throws IOException {
    this.target = child(directory.resolve("target.log"), TargetProcess.class);
    this.targetPort = Integer.parseInt(target.line());
    this.load = child(directory.resolve("load.log"), LoadProcess.class);
    load.line();
  }

  private static Child child(Path log, Class<?> main) throws IOException {
    return new Child(
        log, List.of("-XX:+UseSerialGC", "-Xmx768m", "-cp", Java.benchClassPath(), main.getName()));
  }

  int targetPort() {
    return targetPort;
  }

  /** Where a load that only wants to know what the machine can do is sent. */
  URI bare() {
    return URI.create("http://127.0.0.1:" + targetPort + "/bare");
  }

  JsonNode saturate(URI door, int from, int count) {
    return load.ask("saturate " + door + " " + from + " " + count);
  }

  JsonNode pace(URI door, int from, int count, int perSecond) {
    return load.ask("pace " + door + " " + from + " " + count + " " + perSecond);
  }

  void reset() {
    target.ask("reset");
  }

  long arrived() {
    return target.ask("count").path("orders").asLong();
  }

  long repeated() {
    return target.ask("count").path("repeated").asLong();
  }

  long posts() {
    return target.ask("count").path("posts").asLong();
  }

  /** Some of the documents that came, to compare what the sides make of the same orders. */
  Set<JsonNode> kept() {
    return StreamSupport.stream(target.ask("kept").spliterator(), false)
        .map(text -> dev.kontor.model.ModelJson.parse(text.asString()))
        .collect(Collectors.toSet());
  }

  long[] arrivals(int from, int count) {
    return Nanos.of(target.ask("arrivals " + from + " " + count));
  }

  @Override
  public void close() {
    load.close();
    target.close();
  }
}
