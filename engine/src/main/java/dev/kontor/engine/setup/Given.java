package dev.kontor.engine.setup;

import dev.kontor.engine.config.Problem;
import dev.kontor.engine.config.YamlDocument;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody gives in the console, to tell where problems of the configuration are in it.
 *
 * @param place what the path of its fields begins with in the configuration
 * @param whole the field that stands for all of it
 * @param called fields that are called otherwise in the configuration
 */
record Given(Pattern place, String whole, Map<String, String> called) {

  static Given connection(String name) {
    return new Given(
        Pattern.compile("connections\\." + Pattern.quote(name) + "(\\.|$)"), "name", Map.of());
  }

  static Given use() {
    return new Given(Pattern.compile("packs\\[\\d+](\\.|$)"), "prefix", Map.of("use", "pack"));
  }

  static Given flow(String name) {
    return new Given(
        Pattern.compile("packs\\[\\d+]\\.flows\\." + Pattern.quote(name) + "(\\.|$)"),
        "name",
        Map.of());
  }

  /** Whether the problem is in what was given. */
  boolean isOf(Problem problem) {
    return problem.file().equals(YamlDocument.CONSOLE_FILE)
        && place.matcher(problem.path()).lookingAt();
  }

  SetupException.Wrong wrong(Problem problem) {
    return new SetupException.Wrong(
        isOf(problem) ? field(problem.path()) : elsewhere(problem),
        problem.problem(),
        problem.remedy());
  }

  private String field(String path) {
    Matcher matcher = place.matcher(path);
    String field = matcher.lookingAt() ? path.substring(matcher.end()) : path;
    return field.isEmpty() ? whole : called.getOrDefault(field, field);
  }

  private static String elsewhere(Problem problem) {
    return problem.path().isEmpty() ? problem.file() : problem.path();
  }
}
