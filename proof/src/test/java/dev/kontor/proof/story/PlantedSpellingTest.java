package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is looked for would be found, however it was spelled. */
class PlantedSpellingTest {

  private static final String VALUE = "Änne Großkopf-Łuk";
  private static final Planted PLANTED = new Planted(List.of(VALUE));

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everySpellingIsFound() {
    for (String spelling :
        List.of(
            VALUE,
            VALUE.toUpperCase(Locale.ROOT),
            VALUE.toLowerCase(Locale.ROOT),
            Planted.escaped(VALUE),
            URLEncoder.encode(VALUE, StandardCharsets.UTF_8),
            HexFormat.of().formatHex(VALUE.getBytes(StandardCharsets.UTF_8)),
            base64(VALUE),
            base64("1" + VALUE + "2"),
            base64("12" + VALUE + "345"),
            base64("123" + VALUE))) {
      assertThat(PLANTED.in("a log", "before " + spelling + " behind"))
          .as(spelling)
          .containsExactly(VALUE + " in a log");
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(PLANTED.in("a log", "Anne Grosskopf, QW5uZQ==, %C3%84nne, " + base64("Änne")))
        .isEmpty();
  }
}
