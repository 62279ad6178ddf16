package dev.kontor.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.ConnectorSchemas;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a cause is known by names master data, and no person. */
class CausesTest {

  private final Causes causes = new Causes(Catalogue.of(new ConnectorSchemas(List.of())));

  private Cause cause(String reason) {
    return causes.of(new Failure("orders", "Invalid", reason)).cause();
  }

  @Test
  void theValueThatATableLacksIsTheKeyOfAllThatFailForIt() {
    Cause third = cause("lines[3].sku: table 'sku' has no entry for 'X1'; add it");
    assertThat(third.key()).isEqualTo("sku/X1");
    assertThat(third.field()).isEqualTo("lines[].sku");
    assertThat(cause("lines[7].sku: table 'sku' has no entry for 'X1'; add it").id())
        .isEqualTo(third.id());
    assertThat(cause("lines[3].sku: table 'sku' has no entry for 'X2'; add it").id())
        .isNotEqualTo(third.id());
  }

  @Test
  void anAddressIsNoKey() {
    Cause cause = cause("email: table 'mails' has no entry for 'eva.klein@kunde.example'; add it");
    assertThat(cause.key()).isNull();
    assertThat(cause.toString()).doesNotContain("eva");
  }
}
