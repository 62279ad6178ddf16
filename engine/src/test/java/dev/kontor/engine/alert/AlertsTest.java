package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause is one alert, told once however many processes look, and its end is told too. */
final class AlertsTest {

  private static final String REASON = "Posting Group must have a value in Customer: No.=";

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private AlertBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new AlertBench(home);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void manyOrdersOfOneCauseAreOneAlertWhoeverLooks() {
    bench.fail("1", REASON + "C1");
    bench.fail("2", REASON + "C2");
    bench.fail("3", "blocked");
    bench.alerts().look();
    bench.alerts().look();
    Notifying a = bench.notifying("a");
    Notifying b = bench.notifying("b");
    assertThat(a.tell("hook") + b.tell("hook") + a.tell("hook")).isEqualTo(2);
    assertThat(AlertBench.types(bench.hook)).containsExactly("alert.opened", "alert.opened");
    assertThat(bench.hook.got.getFirst().json().at("/data/count").asInt()).isEqualTo(2);
    assertThat(bench.hook.got.getFirst().json().at("/data/title").asString())
        .isEqualTo("Not transferred: 2 orders (flow)");
  }

  @Test
  void itsLinkLeadsToTheGroupOfTheErrorDesk() {
    bench.fail("1", "lines[0].sku: table 'sku' has no entry for 'A-7'; add it");
    bench.fail("2", "lines[1].sku: table 'sku' has no entry for 'A-7'; add it");
    bench.lookAndTell();
    String page = "problems/" + bench.desk.all().getFirst().id();
    assertThat(bench.alerts().page(1).open().getFirst().page()).isEqualTo(page);
    assertThat(bench.hook.got.getFirst().json().at("/data/link").asString())
        .isEqualTo("https://kontor.example/#/" + page);
  }

  @Test
  void itsEndIsToldOnceItHasBeenCalm() {
    bench.fail("1", REASON);
    bench.lookAndTell();
    bench.settle();
    bench.lookAndTell();
    assertThat(AlertBench.types(bench.hook)).containsExactly("alert.opened");
    bench.ledger.clock.advance(Duration.ofMinutes(2));
    bench.lookAndTell();
    bench.lookAndTell();
    assertThat(AlertBench.types(bench.hook)).containsExactly("alert.opened", "alert.over");
    AlertPage page = bench.alerts().page(10);
    assertThat(page.open()).isEmpty();
    assertThat(page.recent().getFirst().de().title())
        .isEqualTo("Vorbei: Nicht übertragen: 1 Auftrag (flow)");
  }

  @Test
  void whoLooksAfterItIsOnRecordAndHearsOfItNoMoreUntilItsEnd() {
    bench.fail("1", REASON);
    bench.lookAndTell();
    bench.ledger.clock.advance(Duration.ofHours(5));
    bench.lookAndTell();
    long id = bench.alerts().page(1).open().getFirst().id();
    assertThat(bench.alerts().acknowledge(id, "Erika")).isTrue();
    assertThat(bench.alerts().acknowledge(id, "Max")).isTrue();
    assertThat(bench.alerts().acknowledge(4711, "Max")).isFalse();
    assertThat(bench.alerts().page(1).open().getFirst().acknowledgedBy()).isEqualTo("Erika");
    bench.ledger.clock.advance(Duration.ofHours(5));
    bench.lookAndTell();
    assertThat(AlertBench.types(bench.hook)).isEqualTo(List.of("alert.opened", "alert.repeated"));
    assertThat(bench.ledger.column("select kind || ' ' || subject || ' ' || details from audit"))
        .containsExactly("alert.acknowledge alert:" + id + " (Erika)");
  }
}
