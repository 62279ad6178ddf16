package dev.kontor.proof.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of docs/images/console, with {@code console/make pictures}. */
@EnabledIfSystemProperty(named = "kontor.pictures", matches = ".+")
class ConsolePicturesTest {

  @Test
  void everyPageIsTakenInLightAndDark(@TempDir Path home) throws Exception {
    try (Stage stage = Stage.open(home)) {
      Map<String, String> environment = new HashMap<>(stage.environment());
      environment.put("KONTOR_PICTURES", System.getProperty("kontor.pictures"));
      assertThat(new Browsing(home).run("pictures", environment))
          .isNotEmpty()
          .allSatisfy(result -> assertThat(result.failures()).isEmpty());
    }
  }
}
