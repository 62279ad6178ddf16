package dev.kontor.proof.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for violations of the promise, in the engine as it was loaded. */
final class Hunt {

  private Hunt() {}

  /** The first history that does not end in the truth; empty if all of them do. */
  static String histories(Path home, int most) {
    try (Laboratory laboratory = new Laboratory(home)) {
      for (long seed = 1; seed <= most; seed++) {
        History.Result result = History.ofOrders(laboratory, seed).run();
        if (!result.violations().isEmpty()) {
          return "seed " + seed + ": " + result.violations().getFirst();
        }
      }
      return "";
    }
  }

  /** What goes wrong in one scene; empty for nothing. */
  static String scene(Path directory, int number) throws IOException {
    try (Laboratory laboratory = new Laboratory(Files.createTempDirectory(directory, "scene"))) {
      Scene scene = Scene.ALL.get(number);
      List<String> violations = new Played(laboratory, scene).play().violations();
      return violations.isEmpty() ? "" : scene + ": " + violations.getFirst();
    }
  }

  /**
   * What goes wrong while there is more to do than may be done; empty for nothing.
   *
   * @param most ignored
   */
  static String crowds(Path home, int most) {
    try (Laboratory laboratory = new Laboratory(home)) {
      String slots = new Crowd(laboratory, 1, 0).press();
      return slots.isEmpty() ? new Crowd(laboratory, 4, 600).press() : slots;
    }
  }

  /** What really concurrent appends and releases leave behind; empty for nothing. */
  static String storms(Path home, int most) {
    try (Laboratory laboratory = new Laboratory(home)) {
      for (int storm = 1; storm <= most; storm++) {
        laboratory.empty();
        String left = new LaneStorm(laboratory.database().hot()).blow();
        if (!left.isEmpty()) {
          return "storm " + storm + ": " + left;
        }
      }
      return "";
    }
  }
}
