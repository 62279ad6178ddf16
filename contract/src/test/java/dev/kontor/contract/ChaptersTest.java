package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.mutation.Mutation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the contract knows all of it. */
class ChaptersTest {

  private static String page() throws IOException {
    return Files.readString(ConnectorPage.upwards(Path.of("docs", "certification.md")));
  }

  @Test
  void everyTestStandsInAChapterThatIsListed() {
    assertThat(Chapters.tests().map(test -> test.getDeclaringClass().getSimpleName()).distinct())
        .filteredOn(chapter -> !chapter.equals(ConnectorContract.class.getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(
            Chapters.ALL.stream().map(Class::getSimpleName).toList());
  }

  @Test
  void thePageSaysWhatEachChapterShows() throws IOException {
    List<String> told =
        page()
            .lines()
            .filter(line -> line.matches("\\| \\*\\*\\w+\\*\\* \\|.*"))
            .map(line -> line.substring("| **".length(), line.indexOf("** |")))
            .toList();
    assertThat(told).isEqualTo(Chapters.ALL.stream().map(Chapters::title).toList());
  }

  @Test
  void everyMutationIsCaughtOnSomeConnector() throws IOException {
    List<String> lines = page().lines().toList();
    assertThat(Arrays.stream(Mutation.values()))
        .allSatisfy(
            mutation ->
                assertThat(lines)
                    .as("caught on the page: %s", mutation)
                    .anyMatch(
                        line ->
                            line.startsWith("| `" + mutation + "` |")
                                && line.contains("`" + mutation.caughtBy() + "`")));
  }

  @Test
  void everyMutationNamesATestOfItsChapter() {
    List<String> tests =
        Chapters.tests()
            .map(test -> test.getDeclaringClass().getSimpleName() + "." + test.getName())
            .toList();
    assertThat(Arrays.stream(Mutation.values()).map(Mutation::caughtBy)).allMatch(tests::contains);
  }
}
