package dev.kontor.connector.shopware.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rights the README asks a merchant to give, so that no test works with more. */
final class LeastRights {

  private static final Pattern SECTION =
      Pattern.compile(
          "## Rights of the integration's role\\s+Read: (.*?)\\.\\s+Write: (.*?)\\.",
          Pattern.DOTALL);
  private static final Pattern RIGHT = Pattern.compile("`([a-z_]+:[a-z]+)`");

  private LeastRights() {}

  static Set<String> fromReadme() {
    MatchResult section = SECTION.matcher(readme()).results().findFirst().orElseThrow();
    Set<String> rights = new TreeSet<>();
    for (String entity : section.group(1).split(",")) {
      rights.add(entity.strip() + ":read");
    }
    RIGHT.matcher(section.group(2)).results().forEach(right -> rights.add(right.group(1)));
    return rights;
  }

  private static String readme() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
