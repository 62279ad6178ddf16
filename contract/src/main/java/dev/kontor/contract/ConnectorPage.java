package dev.kontor.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A connector's page for those who set it up, {@code docs/connectors/<id>.md}, so that tests keep
 * its tables true of the code.
 */
public final class ConnectorPage {

  private final String text;

  private ConnectorPage(String text) {
    this.text = text;
  }

  /**
   * @param connector id of the connector
   */
  public static ConnectorPage of(String connector) {
    Path found = upwards(Path.of("docs", "connectors", connector + ".md"));
    try {
      return new ConnectorPage(Files.readString(found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of the project, wherever in it the tests run. */
  static Path upwards(Path page) {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .takeWhile(folder -> folder != null)
        .map(folder -> folder.resolve(page))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no page " + page));
  }

  /** What stands under a heading of the second level. */
  public String section(String title) {
    Pattern section =
        Pattern.compile(
            "^## " + Pattern.quote(title) + "\\n(.*?)(?=^## |\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);
    return section
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the page has no section '" + title + "'"));
  }

  /**
   * Rows of the section's table whose first heading is given, cell by cell, without the heading.
   */
  public List<List<String>> table(String title, String firstHeading) {
    Pattern table =
        Pattern.compile(
            "^\\| " + Pattern.quote(firstHeading) + " \\|.*\\n\\|[-|]+\\|\\n((?:\\|.*\\n)*)",
            Pattern.MULTILINE);
    String rows =
        table
            .matcher(section(title))
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(title + " has no table of '" + firstHeading + "'"));
    return rows.lines().map(ConnectorPage::cells).toList();
  }

  /** What stands in backquotes. */
  public static List<String> code(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(ConnectorPage::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }

  private static List<String> cells(String row) {
    String inner = row.substring(1, row.length() - 1);
    return Stream.of(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
