package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.DailyWindow;
import dev.kontor.engine.config.QuietHours;
import dev.kontor.engine.config.Severity;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night ends when the receiver's clock says so, also if the clock was changed in it. */
final class QuietNightTest {

  private static final QuietHours NIGHT =
      new QuietHours(
          List.of(new DailyWindow(LocalTime.of(22, 0), LocalTime.of(6, 0))), Samples.BERLIN);

  @TempDir private Path home;

  private static AlertReceiver silent(AlertReceiver r) {
    return new AlertReceiver(
        r.name(), r.way(), r.ownNetwork(), r.zone(), Severity.WARNING, NIGHT, false);
  }

  private static void moveTo(AlertBench bench, Instant moment) {
    Instant now = Transactions.run(bench.ledger.database.general(), TimeStore::now);
    bench.ledger.clock.advance(Duration.between(now, moment));
  }

  /** Mornings at six: an ordinary one, one of a shorter and one of a longer night. */
  @ParameterizedTest
  @ValueSource(strings = {"2027-01-15T05:00:00Z", "2027-03-28T04:00:00Z", "2027-10-31T05:00:00Z"})
  void whatWaitsIsToldAtSixInTheMorning(String six) throws Exception {
    try (AlertBench bench = new AlertBench(home)) {
      bench.configure(QuietNightTest::silent);
      bench.fail("1", "blocked");
      Instant morning = Instant.parse(six);
      moveTo(bench, morning.minus(Duration.ofMinutes(5)));
      bench.lookAndTell();
      assertThat(bench.hook.got).isEmpty();
      moveTo(bench, morning.plus(Duration.ofMinutes(1)));
      bench.lookAndTell();
      assertThat(AlertBench.types(bench.hook)).containsExactly("alert.opened");
    }
  }
}
