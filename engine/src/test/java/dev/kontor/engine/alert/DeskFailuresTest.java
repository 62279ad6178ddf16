package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a cause tells of nobody. */
final class DeskFailuresTest {

  @Test
  void whatTellsOfAPersonIsLeftOut() {
    String said =
        DeskFailures.cause(
            "buyer 'Erika Muster' of \"Muster & Co\" („Erika“, erika.muster@kunde.example), order"
                + " 10023-A, a1b2c3d4-0000, 3.50 EUR: isn't known, wasn't found");
    assertThat(said)
        .doesNotContain("Erika", "Muster", "kunde", "10023", "a1b2", "3.50")
        .contains("isn't known, wasn't found");
  }

  @Test
  void anErrorOfAnyLengthAndShapeIsReadAtOnce() {
    for (String part : List.of("a", "a1", "'", "@", "a@", "\"a ", "„x")) {
      assertThat(DeskFailures.cause(part.repeat(20_000))).hasSizeLessThan(400);
    }
  }
}
