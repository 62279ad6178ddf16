package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.DailyWindow;
import dev.kontor.engine.config.QuietHours;
import dev.kontor.engine.db.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be told arrives at least once under one id, whatever fails meanwhile. */
final class NotifyingTest {

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private AlertBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new AlertBench(home);
    bench.fail("1", "blocked");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aReceiverThatFailsIsTriedAgainAndKeepsNobodyWaiting() {
    bench.hook.answers(500, Map.of());
    bench.lookAndTell();
    bench.lookAndTell();
    assertThat(bench.hook.got).as("not before its time").hasSize(1);
    assertThat(AlertBench.types(bench.other)).containsExactly("alert.opened");
    AlertPage.Receiver shown = bench.alerts().page(1).receivers().getFirst();
    assertThat(shown).isEqualTo(new AlertPage.Receiver("hook", "webhook", "it answered 500", 1));
    bench.hook.answers(200, Map.of());
    bench.ledger.clock.advance(Duration.ofSeconds(30));
    bench.lookAndTell();
    assertThat(bench.hook.got).hasSize(2);
    assertThat(AlertBench.ids(bench.hook)).containsOnly(AlertBench.ids(bench.hook).getFirst());
    assertThat(bench.alerts().page(1).receivers().getFirst().error()).isNull();
  }

  @Test
  void whatAKilledProcessWasSendingAnotherSendsUnderTheSameId() {
    bench.alerts().look();
    Notifying b = bench.notifying("b");
    String taken =
        Transactions.run(
                bench.ledger.database.general(),
                c ->
                    NotificationStore.claim(
                        c, "hook", List.of(dev.kontor.engine.config.Severity.URGENT), "a"))
            .getFirst()
            .id()
            .toString();
    assertThat(b.tell("hook")).as("while the other lives").isZero();
    bench.ledger.clock.advance(Duration.ofMinutes(2));
    assertThat(b.tell("hook")).isEqualTo(1);
    assertThat(AlertBench.ids(bench.hook)).containsExactly(taken);
  }

  @Test
  void inQuietTimesWaitsWhatIsNotUrgentAndWhatIsOverByThenIsNotTold() {
    QuietHours always =
        new QuietHours(List.of(new DailyWindow(LocalTime.MIN, LocalTime.MIN)), ZoneOffset.UTC);
    bench.configure(r -> quiet(r, always, r.name().equals("other")));
    bench.lookAndTell();
    assertThat(bench.hook.got).isEmpty();
    assertThat(AlertBench.types(bench.other)).containsExactly("alert.opened");
    bench.settle();
    bench.ledger.clock.advance(Duration.ofMinutes(3));
    bench.configure(r -> quiet(r, QuietHours.NONE, true));
    bench.lookAndTell();
    assertThat(bench.hook.got).isEmpty();
    assertThat(AlertBench.types(bench.other)).containsExactly("alert.opened", "alert.over");
  }

  private static AlertReceiver quiet(AlertReceiver r, QuietHours quiet, boolean urgent) {
    return new AlertReceiver(r.name(), r.way(), r.ownNetwork(), r.zone(), r.least(), quiet, urgent);
  }
}
