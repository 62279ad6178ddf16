package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Disturbance;
import dev.kontor.proof.merchant.Merchant;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Random orders through networks and systems that fail in every known way. */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class DisturbedDayTest {

  private static final int ORDERS = 1_000;
  private static final int WAVES = 5;
  private static final Duration PATIENCE = Await.PATIENCE.plusSeconds(ORDERS / 4);

  @Test
  void nothingIsLostOrDoubled(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.open(home)) {
      for (int wave = 1; wave <= WAVES; wave++) {
        Disturbance.ofErp(merchant.erp().dials(), wave);
        Disturbance.ofShop(merchant.shop().dials(), wave);
        merchant.placeRandom(ORDERS / WAVES, wave);
        // The next wave's faults meet what is still on its way; the last meet nearly all.
        int most = wave == WAVES ? ORDERS / 20 : ORDERS / WAVES / 2;
        merchant.await(PATIENCE, "most orders", () -> merchant.truth().unanswered().size() <= most);
      }
      merchant.shop().dials().reset();
      merchant.erp().dials().reset();
      merchant.erp().server().settle();
      merchant.settle(PATIENCE);
      assertThat(merchant.truth().shopOrders()).hasSize(ORDERS);
      assertThat(merchant.truth().differences()).isEmpty();
      assertThat(merchant.truth().mails()).isZero();
      assertThat(merchant.hub().verify().tampered()).isFalse();
    }
  }
}
