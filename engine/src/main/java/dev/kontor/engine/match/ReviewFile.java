package dev.kontor.engine.match;

import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file people review: one row for each pair, with ids and numbers and nothing else about a
 * person. Only its owner may read it.
 */
public final class ReviewFile {

  private static final List<String> COLUMNS =
      List.of(
          "flow",
          "source-id",
          "source-number",
          "target-id",
          "target-number",
          "matched-by",
          "decision",
          "reason");

  private static final String CORRECT = "keep the header that ./kontor match wrote";

  private ReviewFile() {}

  /** Replaces the file in one step. */
  public static void write(Path file, List<Pair> pairs) throws IOException {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    pairs.forEach(pair -> text.append(Csv.line(values(pair))));
    PrivateFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> values(Pair pair) {
    return List.of(
        pair.flow(),
        pair.here().id(),
        pair.here().number(),
        pair.there().id(),
        pair.there().number(),
        pair.by().key(),
        pair.decision().key(),
        pair.reason());
  }

  /**
   * @throws ConfigException with every row that is not understood
   */
  public static List<ReviewRow> read(Path file) {
    String name = file.toString();
    List<Csv.Row> rows = Csv.rows(text(file));
    if (rows.isEmpty() || !rows.getFirst().values().equals(COLUMNS)) {
      throw new ConfigException(
          List.of(
              new Problem(name, 1, "", "the header is not " + String.join(",", COLUMNS), CORRECT)));
    }
    List<Problem> problems = new ArrayList<>();
    List<ReviewRow> read = new ArrayList<>();
    for (Csv.Row row : rows.subList(1, rows.size())) {
      row(name, row, problems).ifPresent(read::add);
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return read;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigException(
          List.of(
              new Problem(
                  file.toString(),
                  0,
                  "",
                  "cannot be read as UTF-8 text",
                  "name the file that ./kontor match wrote with --file, saved as CSV UTF-8")));
    }
  }

  private static Optional<ReviewRow> row(String file, Csv.Row row, List<Problem> problems) {
    List<String> values = row.values();
    if (values.size() != COLUMNS.size()) {
      problems.add(
          new Problem(
              file,
              row.line(),
              "",
              "has " + values.size() + " columns instead of " + COLUMNS.size(),
              CORRECT + "; put a value that holds a comma into double quotes"));
      return Optional.empty();
    }
    Optional<By> by = values.get(5).isEmpty() ? Optional.of(By.PERSON) : By.of(values.get(5));
    Optional<Decision> decision = Decision.of(values.get(6));
    if (by.isEmpty()) {
      problems.add(
          unknown(file, row, 5, "leave it empty in a row of your own, else do not change it"));
    }
    if (decision.isEmpty()) {
      problems.add(unknown(file, row, 6, "write link or skip"));
    }
    return by.flatMap(
        key -> decision.map(what -> new ReviewRow(row.line(), pair(values, key, what))));
  }

  private static Problem unknown(String file, Csv.Row row, int column, String remedy) {
    return new Problem(
        file,
        row.line(),
        COLUMNS.get(column),
        "'" + row.values().get(column) + "' is unknown",
        remedy);
  }

  private static Pair pair(List<String> values, By by, Decision decision) {
    return new Pair(
        values.get(0),
        new Side(values.get(1), values.get(2)),
        new Side(values.get(3), values.get(4)),
        by,
        decision,
        values.get(7));
  }
}
