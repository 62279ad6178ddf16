package dev.kontor.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People change customers in both systems while calls get lost, arrive late and hubs die: both end
 * up the same, by the owner's or the latest word, with at most one more write for a change. {@code
 * -Dkontor.seed=} replays one history, {@code -Dkontor.seeds=} says how many.
 */
final class SharedCustomersTest {

  private static final long FIRST = Long.getLong("kontor.seed", 1);
  private static final int SEEDS =
      Integer.getInteger("kontor.seeds", Long.getLong("kontor.seed") == null ? 30 : 1);

  @TempDir Path home;

  @Test
  void bothSystemsEndUpTheSame() throws InterruptedException {
    Histories histories = new Histories(home, FIRST, SEEDS, History::ofCustomers);
    List<String> failed = new ArrayList<>();
    histories.run().forEach((seed, result) -> failed.add(failure(seed, result)));
    Figures.print(
        "Shared customers: %d histories from seed %d, %d with violations; in all of them: %s"
            .formatted(SEEDS, FIRST, failed.size(), histories.tally().text()));
    assertThat(failed).isEmpty();
  }

  private static String failure(long seed, History.Result result) {
    return "seed "
        + seed
        + ": "
        + result.violations()
        + "\nreplay: ./kontor test -pl proof -am -Dtest=SharedCustomersTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Dkontor.seed="
        + seed
        + "\n"
        + result.trace();
  }

  @Test
  void theSameSeedIsTheSameHistory() {
    try (Laboratory laboratory = new Laboratory(home)) {
      String once = History.ofCustomers(laboratory, FIRST).run().hash();
      assertThat(History.ofCustomers(laboratory, FIRST).run().hash()).isEqualTo(once);
    }
  }
}
