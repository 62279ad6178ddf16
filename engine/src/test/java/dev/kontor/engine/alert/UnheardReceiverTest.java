package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That one receiver is not reached the others are told, and after a day it is left alone. */
final class UnheardReceiverTest {

  @TempDir private Path home;

  private static String lastTitle(AlertBench bench) {
    return bench.other.got.getLast().json().at("/data/title").asString();
  }

  @Test
  void theOthersAreToldAndWhatIsADayOldIsGivenUp() throws Exception {
    try (AlertBench bench = new AlertBench(home)) {
      bench.hook.answers(500, Map.of());
      bench.fail("1", "blocked");
      bench.lookAndTell();
      bench.lookAndTell();
      bench.ledger.clock.advance(Duration.ofMinutes(16));
      bench.lookAndTell();
      assertThat(lastTitle(bench)).isEqualTo("Alerts do not arrive: hook");
      assertThat(bench.hook.got).as("nothing about itself").hasSize(2);
      assertThat(AlertBench.ids(bench.hook)).containsOnly(AlertBench.ids(bench.hook).getFirst());

      bench.ledger.clock.advance(Duration.ofHours(25));
      bench.notifying("a").tell("hook");
      assertThat(bench.ledger.column("select state from alert_notification order by 1"))
          .containsExactly("failed", "sent", "sent");
      assertThat(bench.alerts().page(9).open().getLast().deliveries())
          .extracting(AlertPage.Delivery::error)
          .contains("it answered 500");
    }
  }
}
