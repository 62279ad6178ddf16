package dev.kontor.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  /** So many histories see every kind of trouble. */
  private static final int ENOUGH = 60;

  @TempDir Path home;

  @Test
  void everyHistoryEndsInTheTruth() throws InterruptedException {
    Histories histories = new Histories(home, FIRST, SEEDS, History::ofOrders);
    Duration before = used();
    List<String> failed = new ArrayList<>();
    histories.run().forEach((seed, result) -> failed.add(failure(seed, result)));
    Figures.print(
        ("Simulation: %d histories from seed %d, %d with violations; each took %d ms of processor time here and %d ms of PostgreSQL's;"
                + " in all of them: %s")
            .formatted(
                SEEDS,
                FIRST,
                failed.size(),
                used().minus(before).toMillis() / SEEDS,
                histories.servers().toMillis() / SEEDS,
                histories.tally().text()));
    assertThat(failed).isEmpty();
    if (SEEDS >= ENOUGH) {
      assertThat(Happening.values()).allMatch(kind -> histories.tally().of(kind) > 0);
    }
  }

  private static Duration used() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
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
    try (Laboratory laboratory = new Laboratory(home)) {
      for (long seed = 4; seed <= 8; seed++) {
        String once = History.ofOrders(laboratory, seed).run().hash();
        assertThat(History.ofOrders(laboratory, seed).run().hash())
            .as("seed " + seed)
            .isEqualTo(once);
      }
    }
  }
}
