package dev.kontor.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real engine through many disturbed histories. {@code -Dkontor.seed=} replays one, {@code
 * -Dkontor.seeds=} says how many, {@code -Dkontor.full=true} makes it 10,000.
 */
final class SimulationTest {

  private static final long FIRST = Long.getLong("kontor.seed", 1);
  private static final int SEEDS =
      Integer.getInteger(
          "kontor.seeds",
          Boolean.getBoolean("kontor.full")
              ? 10_000
              : Long.getLong("kontor.seed") == null ? 60 : 1);

  @TempDir Path home;
  private Laboratory laboratory;

  @BeforeEach
  void open() {
    laboratory = new Laboratory(home);
  }

  @AfterEach
  void close() {
    laboratory.close();
  }

  @Test
  void everyHistoryEndsInTheTruth() {
    List<String> failed = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      History.Result result = new History(laboratory, seed).run();
      if (!result.violations().isEmpty()) {
        failed.add(failure(seed, result));
      }
    }
    System.out.printf("Simulation: %d histories from seed %d%n", SEEDS, FIRST);
    assertThat(failed).isEmpty();
  }

  private static String failure(long seed, History.Result result) {
    return "seed "
        + seed
        + ": "
        + result.violations()
        + "\nreplay: ./kontor test -pl proof -am -Dtest=SimulationTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Dkontor.seed="
        + seed
        + "\n"
        + result.trace();
  }

  @Test
  void theSameSeedIsTheSameHistory() {
    for (long seed = 4; seed <= 8; seed++) {
      String once = new History(laboratory, seed).run().hash();
      assertThat(new History(laboratory, seed).run().hash()).as("seed " + seed).isEqualTo(once);
    }
  }
}
