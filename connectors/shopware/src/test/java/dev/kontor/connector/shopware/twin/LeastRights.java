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
public final class LeastRights {

  private static final Pattern ROW =
      Pattern.compile("^\\| ([^|]+) \\| ([a-z_, ]*|–) \\| ([^|]*) \\|$", Pattern.MULTILINE);
  private static final Pattern RIGHT = Pattern.compile("`([a-z_]+:[a-z]+)`");
  private static final Pattern SECTION =
      Pattern.compile("## Rights of the integration's role\\n(.*?)\\n## ", Pattern.DOTALL);

  private LeastRights() {}

  /** Those of every row. */
  static Set<String> fromReadme() {
    return fromReadme(".*");
  }

  /**
   * @param uses pattern of the first column of the rows
   */
  public static Set<String> fromReadme(String uses) {
    MatchResult section = SECTION.matcher(readme()).results().findFirst().orElseThrow();
    Set<String> rights = new TreeSet<>();
    ROW.matcher(section.group(1))
        .results()
        .filter(row -> row.group(1).matches(uses))
        .forEach(row -> add(row, rights));
    return rights;
  }

  private static void add(MatchResult row, Set<String> rights) {
    for (String entity : row.group(2).split(",")) {
      if (!entity.isBlank() && !entity.equals("–")) {
        rights.add(entity.strip() + ":read");
      }
    }
    RIGHT.matcher(row.group(3)).results().forEach(right -> rights.add(right.group(1)));
  }

  private static String readme() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
