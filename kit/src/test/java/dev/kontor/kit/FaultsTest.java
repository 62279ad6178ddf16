package dev.kontor.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.kit.Faults.Kind;
import dev.kontor.kit.Faults.Refusal;
import dev.kontor.kit.Faults.Rule;
import dev.kontor.spi.Fault;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final Faults faults =
      new Faults(
          List.of(
              new Rule("400", "Dialog", "deadlock", Kind.CONFLICT, "field report"),
              new Rule("4xx", "Auth*", null, Kind.FORBIDDEN, "contract"),
              new Rule("500", null, null, Kind.UNAVAILABLE, "contract")));

  @Test
  void theFirstFittingRuleDecides() {
    assertThat(faults.of(refusal(true, 400, "Dialog", "a Deadlock was found")))
        .isInstanceOf(Fault.Conflict.class);
    assertThat(faults.of(refusal(true, 400, "Dialog", "blocked")))
        .isEqualTo(new Fault.Invalid("orders", "orders answered 400 (Dialog): blocked", "Dialog"));
    assertThat(faults.of(refusal(true, 404, "AuthRead", ""))).isInstanceOf(Fault.Forbidden.class);
    assertThat(faults.of(refusal(true, 500, null, ""))).isInstanceOf(Fault.Unavailable.class);
  }

  @Test
  void anUnlistedServerFailureOfAWriteMayHaveBeenApplied() {
    assertThat(faults.of(refusal(true, 504, null, ""))).isInstanceOf(Fault.OutcomeUnknown.class);
    assertThat(faults.of(refusal(false, 504, null, ""))).isInstanceOf(Fault.Unavailable.class);
    assertThat(faults.of(refusal(true, 429, null, "")))
        .isEqualTo(new Fault.Throttled(Duration.ofSeconds(3)));
  }

  private static Refusal refusal(boolean write, int status, @Nullable String code, String text) {
    return new Refusal(write, "orders", status, code, null, text, Duration.ofSeconds(3));
  }
}
