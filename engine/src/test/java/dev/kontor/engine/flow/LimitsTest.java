package dev.kontor.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import dev.kontor.spi.Settings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A vendor's limit is a dated fact; a setting of the same name stands over it. */
final class LimitsTest {

  private static Limits limits(Map<String, Long> set, Limit... facts) {
    Descriptor descriptor =
        new Descriptor(
            "books",
            "Books",
            ModelJson.parse("{}"),
            Map.of(),
            List.of(facts),
            Duration.ofSeconds(1),
            Duration.ZERO);
    ConnectionConfig config =
        new ConnectionConfig(
            "erp",
            "books",
            new Settings("erp", ModelJson.parse("{}")),
            ZoneOffset.UTC,
            "",
            set,
            Duration.ofSeconds(30),
            Duration.ZERO);
    return Limits.of(config, descriptor);
  }

  private static Limit fact(String name, long value) {
    return new Limit(name, value, "the vendor's page", LocalDate.of(2026, 5, 4));
  }

  @Test
  void theVendorsFactHoldsWithItsSourceAndDate() {
    Limits limits = limits(Map.of(), fact(Limit.CONCURRENT_REQUESTS, 5));
    assertThat(limits.concurrent()).isEqualTo(5);
    assertThat(limits.all().getFirst().origin()).isEqualTo("the vendor's page, read on 2026-05-04");
  }

  @Test
  void aSettingStandsOverTheFactAndSaysSo() {
    Limits limits =
        limits(
            Map.of(Limit.REQUESTS_PER_FIVE_MINUTES, 300L),
            fact(Limit.REQUESTS_PER_FIVE_MINUTES, 6_000));
    assertThat(limits.perFiveMinutes()).isEqualTo(300);
    assertThat(limits.all())
        .contains(
            new KeptLimit(
                Limit.REQUESTS_PER_FIVE_MINUTES,
                300,
                "set in the configuration instead of 6000 (the vendor's page, read on"
                    + " 2026-05-04)"));
  }

  @Test
  void whereTheVendorNamesNoLimitOneMayBeSet() {
    assertThat(limits(Map.of()).perFiveMinutes()).isZero();
    assertThat(limits(Map.of()).concurrent()).isEqualTo(8);
    assertThat(limits(Map.of(Limit.CONCURRENT_REQUESTS, 2L)).concurrent()).isEqualTo(2);
  }
}
