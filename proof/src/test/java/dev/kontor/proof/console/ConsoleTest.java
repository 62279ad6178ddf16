package dev.kontor.proof.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the console in a real browser, at a hub that runs between both twins. */
class ConsoleTest {

  @TempDir private Path home;

  @TestFactory
  Stream<DynamicTest> pages() throws Exception {
    try (Stage stage = Stage.open(home)) {
      List<Browsing.Result> results = new Browsing(home).run("hub", stage.environment());
      assertThat(results).isNotEmpty();
      return results.stream()
          .map(
              result ->
                  DynamicTest.dynamicTest(
                      result.name(), () -> assertThat(result.failures()).isEmpty()));
    }
  }
}
