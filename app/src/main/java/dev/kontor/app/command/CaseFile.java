package dev.kontor.app.command;

import dev.kontor.kit.cases.KnownCases;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A file of known cases. */
record CaseFile(Path file) {

  /**
   * Prints one line per case and the sum. Returns the exit status: 0 only if all are equal.
   *
   * @throws IllegalArgumentException if the file cannot be read or is no list of cases
   */
  int check(Function<JsonNode, List<KnownCases.Result>> check, PrintWriter out) {
    List<KnownCases.Result> results = check.apply(cases());
    results.forEach(
        r -> out.printf("%-9s %s: %s%n", r.equal() ? "equal" : "DIFFERENT", r.id(), r.detail()));
    long equal = results.stream().filter(KnownCases.Result::equal).count();
    out.println("equal=" + equal + " different=" + (results.size() - equal));
    out.flush();
    return equal == results.size() ? 0 : 1;
  }

  private JsonNode cases() {
    try {
      return ModelJson.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read; name a file with a JSON list of cases", e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }
}
