package dev.kontor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every connector's contract is on the certification page, and nothing else is. */
class CertifiedTest {

  private static final Pattern EXTENDS =
      Pattern.compile("class (\\w+) extends (?:ConnectorContract|MutationsContract)\\b");
  private static final Pattern BEGIN = Pattern.compile("<!-- begin (\\w+Test) -->");

  private static List<String> found(Path file, Pattern pattern) {
    try {
      return pattern
          .matcher(Files.readString(file))
          .results()
          .map((MatchResult match) -> match.group(1))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void thePageHasASectionOfEveryRunAndOfNoOther() throws IOException {
    Path page = Sources.root().resolve("docs/certification.md");
    try (Stream<Path> connectors = Files.walk(Sources.root().resolve("connectors"));
        Stream<Path> contract = Files.walk(Sources.root().resolve("contract/src/test"))) {
      List<String> runs =
          Stream.concat(connectors, contract)
              .filter(file -> file.toString().endsWith("Test.java"))
              .flatMap(file -> found(file, EXTENDS).stream())
              .toList();
      assertThat(found(page, BEGIN))
          .as(
              "sections of docs/certification.md: './kontor certify' adds what is missing; what is"
                  + " no more must be taken out by hand, with its row in the table")
          .containsExactlyInAnyOrderElementsOf(runs);
    }
  }
}
