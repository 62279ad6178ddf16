package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A run changes its own part of the page and no other. */
class CertificationPageTest {

  private static final String PAGE =
      """
      # Certification
      <!-- begin table -->
      | run | A |
      |---|--:|
      | `BetaTest` | 2 |
      <!-- end table -->
      words
      <!-- begin BetaTest -->
      of beta
      <!-- end BetaTest -->
      <!-- more runs -->
      """;

  @Test
  void aRunThatIsNewIsAddedBeforeTheMark() {
    assertThat(
            CertificationPage.withSection(PAGE, "GammaTest", "of $gamma", "<!-- more runs -->\n"))
        .isEqualTo(
            PAGE.replace(
                "<!-- more runs -->",
                "<!-- begin GammaTest -->\nof $gamma\n<!-- end GammaTest -->\n\n<!-- more runs -->"));
  }

  @Test
  void aRunThatIsThereIsReplaced() {
    assertThat(CertificationPage.withSection(PAGE, "BetaTest", "other", "<!-- more runs -->\n"))
        .isEqualTo(PAGE.replace("of beta", "other"));
  }

  @Test
  void rowsOfTheTableStandInOrderUnderTheHeading() {
    String heading = "| run | A | B |\n|---|--:|--:|\n";
    assertThat(CertificationPage.withRow(PAGE, heading, "AlphaTest", "| `AlphaTest` | 1 | 3 |\n"))
        .contains(
            "<!-- begin table -->\n"
                + heading
                + "| `AlphaTest` | 1 | 3 |\n| `BetaTest` | 2 |\n<!-- end table -->\nwords");
    assertThat(CertificationPage.withRow(PAGE, heading, "BetaTest", "| `BetaTest` | 4 | – |\n"))
        .contains(heading + "| `BetaTest` | 4 | – |\n<!-- end table -->");
  }
}
