package dev.kontor.proof.console;

import dev.kontor.proof.Sources;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Tests that the console's own test runner carries out in a browser. */
final class Browsing {

  private static final long MINUTES = 15;

  private final Path directory;

  /**
   * @param directory for what they leave
   */
  Browsing(Path directory) {
    this.directory = directory;
  }

  /**
   * One of them.
   *
   * @param failures empty if it passed
   */
  record Result(String name, List<String> failures) {

    private static Result of(JsonNode test) {
      List<String> failures = new ArrayList<>();
      test.path("failureMessages").forEach(message -> failures.add(message.asString()));
      if (failures.isEmpty() && !test.path("status").asString().equals("passed")) {
        failures.add(test.path("status").asString());
      }
      return new Result(test.path("fullName").asString(), failures);
    }
  }

  /**
   * Runs them all.
   *
   * @param project of the console's tests
   * @throws AssertionError if they could not be run
   */
  List<Result> run(String project, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path report = directory.resolve("report.json");
    Path output = directory.resolve("browsing.out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Sources.root().resolve("console/make").toString(),
                "browse",
                project,
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("no end within " + MINUTES + " min:\n" + Files.readString(output));
    }
    if (!Files.exists(report)) {
      throw new AssertionError("nothing was run:\n" + Files.readString(output));
    }
    List<Result> results = new ArrayList<>();
    for (JsonNode file : Json.parse(Files.readAllBytes(report)).path("testResults")) {
      JsonNode tests = file.path("assertionResults");
      tests.forEach(test -> results.add(Result.of(test)));
      if (tests.isEmpty()) {
        String said = file.path("message").asString("") + Files.readString(output);
        results.add(new Result(file.path("name").asString(), List.of(said)));
      }
    }
    return results;
  }
}
