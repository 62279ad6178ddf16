package dev.kontor.bench.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.bench.hub.Cpu;
import dev.kontor.bench.twins.Counted;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PhaseTest {

  @Test
  void readsOfTheShopAreNoWrites() {
    Counted shop =
        new Counted(
            Map.of(
                "POST /api/_action/sync", 200L,
                "POST /api/search/product", 201L,
                "POST /api/oauth/token", 1L),
            Map.of());
    Counted erp = new Counted(Map.of("POST /v2.0/x/api/v2.0/$batch", 300L), Map.of());

    Phase phase = new Phase(100_000, 12.34, shop, erp, new Cpu(5_000, 2_500));

    assertThat(phase.figures())
        .isEqualTo(
            "changed=100000 seconds=12.3 write_calls=200 shop_read_calls=201 read_calls=300"
                + " cpu_s=5.0 database_cpu_s=2.5");
  }
}
