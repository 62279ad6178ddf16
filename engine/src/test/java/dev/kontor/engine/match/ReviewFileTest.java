package dev.kontor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get to review, and what they may have made of it. */
class ReviewFileTest {

  private static final String HEADER =
      "flow,source-id,source-number,target-id,target-number,matched-by,decision,reason\n";

  private static final Pair PAIR =
      new Pair(
          "products",
          new Side("0e3f", "K-1"),
          new Side("a1", "=k-1"),
          By.SPELLING,
          Decision.ASK,
          "shop has 2 for it: \"K 1\", k-1");

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("review.csv");
  }

  private List<ReviewRow> read(String rows) throws IOException {
    Files.writeString(file(), HEADER + rows);
    return ReviewFile.read(file());
  }

  @Test
  void whatIsWrittenIsReadAndIsItsOwnersAlone() throws IOException {
    ReviewFile.write(file(), List.of(PAIR));
    assertThat(ReviewFile.read(file())).containsExactly(new ReviewRow(2, PAIR));
    assertThat(Files.readString(file())).contains(",'=k-1,").endsWith("\r\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatASpreadsheetSavedIsReadToo() throws IOException {
    Files.writeString(
        file(),
        "\uFEFF"
            + HEADER.replace(',', ';')
            + "orders;1a;\"10\n023\";2b;101003;reference;link;\r\n;;;;;;;\r\n"
            + "orders;1c; 10024 ;;S-1;;skip;\"a; b\"\r\n");
    List<ReviewRow> rows = ReviewFile.read(file());
    assertThat(rows).extracting(ReviewRow::line).containsExactly(2, 5);
    Pair skipped =
        new Pair(
            "orders",
            new Side("1c", "10024"),
            new Side("", "S-1"),
            By.PERSON,
            Decision.SKIP,
            "a; b");
    assertThat(rows.getLast().pair()).isEqualTo(skipped);
  }

  @Test
  void everyWrongRowIsNamedWithColumnValueAndRemedy() {
    assertThatThrownBy(
            () -> read("orders,1,2,3,4,guess,lnik,\norders,1,2,3,4,reference,link,\norders,1\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("review.csv:2: matched-by: 'guess' is unknown; leave it empty")
        .hasMessageContaining("review.csv:2: decision: 'lnik' is unknown; write link or skip")
        .hasMessageContaining("review.csv:4: has 2 columns instead of 8");
  }

  @Test
  void anotherHeaderIsNoReview() throws IOException {
    Files.writeString(file(), "number;name\n1;Krug\n");
    assertThatThrownBy(() -> ReviewFile.read(file()))
        .hasMessageContaining("review.csv:1: the header is not flow,source-id")
        .hasMessageContaining("./kontor match");
  }

  @Test
  void aFileThatIsNotThereIsSaidPlainly() {
    assertThatThrownBy(() -> ReviewFile.read(directory.resolve("none.csv")))
        .hasMessageContaining("none.csv: cannot be read as UTF-8 text; name the file");
  }
}
