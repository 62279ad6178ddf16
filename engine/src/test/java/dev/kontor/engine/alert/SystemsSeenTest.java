package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.observe.SightingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What processes saw of the connected systems is told. */
final class SystemsSeenTest {

  private static final String SILENCE = "silence shop warning 0";
  private static final Instant NOW = Samples.NOON;

  private final Looks looks = new Looks();
  private final Overview overview = Looks.overview(0, List.of());

  private List<String> found(@Nullable Instant heard, Map<String, Instant> found) {
    return looks.found(
        overview,
        new SightingStore.Seen(
            heard == null ? Map.of() : Map.of("shop", heard),
            found,
            Map.of("erp", NOW),
            Map.of("erp", 91L)));
  }

  @Test
  void aSystemThatAnnouncesNothingAnyMoreIsToldOfUnlessItNeverDidOrIsCalm() {
    Instant before = NOW.minus(Duration.ofMinutes(3));
    assertThat(found(before, Map.of("orders", NOW))).contains(SILENCE);
    assertThat(found(NOW, Map.of("orders", NOW))).doesNotContain(SILENCE);
    assertThat(found(before, Map.of("stock", NOW))).doesNotContain(SILENCE);
    assertThat(found(null, Map.of("orders", NOW))).doesNotContain(SILENCE);
    looks.set(AlertRule.SILENCE, 1, "stock");
    assertThat(found(before, Map.of("stock", NOW))).contains(SILENCE);
  }

  @Test
  void whatCannotBeReachedAndWhatIsUsedUpIsTold() {
    assertThat(found(null, Map.of()))
        .containsExactly("unreachable erp urgent 0", "budget erp warning 91");
    looks.set(AlertRule.BUDGET, 95);
    assertThat(found(null, Map.of())).containsExactly("unreachable erp urgent 0");
  }
}
