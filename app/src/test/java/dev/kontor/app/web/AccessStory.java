package dev.kontor.app.web;

import dev.kontor.engine.access.Access;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One hub for all tests of a class, each at its own time from now on. */
abstract class AccessStory {

  @TempDir private static Path home;
  static ObservedHub observed;

  @BeforeAll
  static void start() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  @BeforeEach
  void now() {
    observed.advance(Duration.ZERO);
  }

  static Access access() {
    return observed.hub.access();
  }
}
