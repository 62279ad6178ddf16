package dev.kontor.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code docs/certification.md}. What a run says of itself stands there between marks with its
 * name, and is compared with each run; with the system property {@value #WRITE} it is written. A
 * run the page knows nothing of is not compared: a test in {@code proof} tells of it.
 */
public final class CertificationPage {

  public static final String COMMAND = "./kontor certify";
  static final String WRITE = "kontor.certify";

  /** Where runs and mutations that the page does not have yet are added. */
  static final String MORE_RUNS = "<!-- more runs -->\n";

  public static final String MORE_MUTATIONS = "<!-- more mutations -->\n";

  private static final Pattern TABLE =
      Pattern.compile("(?s)<!-- begin table -->\n(.*?)<!-- end table -->\n");

  private CertificationPage() {}

  /**
   * Holds the page to what a run says.
   *
   * @param name of the test class that ran
   * @param text of its section
   * @param more the mark it is added before
   */
  public static void keep(String name, String text, String more) {
    hold(name, page -> withSection(page, name, text.strip(), more));
  }

  /** Likewise with its row in the table of all connectors. */
  static void keep(String name, String text, String heading, List<String> cells) {
    String row = "| `" + name + "` | " + String.join(" | ", cells) + " |\n";
    hold(
        name,
        page -> withRow(withSection(page, name, text.strip(), MORE_RUNS), heading, name, row));
  }

  /** A page as it should be. */
  @FunctionalInterface
  private interface Change {
    String of(String page);
  }

  private static synchronized void hold(String name, Change change) {
    try {
      Path file = file();
      String page = Files.readString(file);
      String wanted = change.of(page);
      if (Boolean.getBoolean(WRITE)) {
        Files.writeString(file, wanted);
      } else if (section(page, name).isPresent() && !page.equals(wanted)) {
        throw new AssertionError(
            "docs/certification.md is not what %s says now. '%s' writes it anew:%n%s"
                .formatted(name, COMMAND, section(wanted, name).orElse("")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the page says of a run. */
  static Optional<String> section(String page, String name) {
    Matcher found = marked(name).matcher(page);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static Pattern marked(String name) {
    return Pattern.compile("(?s)<!-- begin " + name + " -->\n.*?<!-- end " + name + " -->\n");
  }

  static String withSection(String page, String name, String text, String more) {
    String section = "<!-- begin " + name + " -->\n" + text + "\n<!-- end " + name + " -->\n";
    return section(page, name)
        .map(there -> page.replace(there, section))
        .orElseGet(() -> page.replace(more, section + "\n" + more));
  }

  static String withRow(String page, String heading, String name, String row) {
    Matcher table = TABLE.matcher(page);
    if (!table.find()) {
      throw new IllegalStateException("docs/certification.md has no table of all connectors");
    }
    Stream<String> others =
        table
            .group(1)
            .lines()
            .filter(line -> line.startsWith("| `") && !line.startsWith("| `" + name + "`"))
            .map(line -> line + "\n");
    String rows = Stream.concat(others, Stream.of(row)).sorted().reduce("", String::concat);
    return page.substring(0, table.start(1)) + heading + rows + page.substring(table.end(1));
  }

  private static Path file() {
    return ConnectorPage.upwards(Path.of("docs", "certification.md"));
  }
}
