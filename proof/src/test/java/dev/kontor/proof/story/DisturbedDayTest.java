package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random orders through networks and systems that fail in every known way. */
class DisturbedDayTest {

  private static final int ORDERS = Boolean.getBoolean("kontor.full") ? 1000 : 150;
  private static final int WAVES = 5;

  @Test
  void nothingIsLostOrDoubled(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.open(home, false)) {
      for (int wave = 0; wave < WAVES; wave++) {
        disturbErp(merchant.erp.dials(), wave);
        disturbShop(merchant.shop.dials(), wave);
        merchant.placeRandom(ORDERS / WAVES, wave);
        Thread.sleep(1500);
      }
      Thread.sleep(ORDERS * 40L);
      merchant.shop.dials().reset();
      merchant.erp.dials().reset();
      merchant.settle(Duration.ofSeconds(60 + ORDERS / 4));
      merchant.erp.server().settle();
      Thread.sleep(2500);
      assertThat(merchant.truth().shopOrders()).hasSize(ORDERS);
      assertThat(merchant.truth().differences()).isEmpty();
      assertThat(merchant.truth().mails()).isZero();
      assertThat(merchant.hub().verify().tampered()).isFalse();
    }
  }

  private static void disturbErp(Dials dials, int wave) {
    @Nullable Integer seconds = wave % 2 == 0 ? 1 : null;
    dials.set(Json.object().put("retryAfterSeconds", seconds));
    dials
        .set("seed", wave + 1)
        .set("dropAnswerProbability", "0.08")
        .set("lateCommitProbability", "0.05")
        .set("lateCommitMs", 1500)
        .set("throttleProbability", "0.05")
        .set("serverErrorProbability", "0.05")
        .set("serverErrorStatus", wave % 2 == 0 ? 503 : 500)
        .set("resetProbability", "0.05");
  }

  private static void disturbShop(Dials dials, int wave) {
    dials
        .set("seed", wave + 100)
        .set("webhookDuplicateProbability", "0.2")
        .set("webhookReorderProbability", "0.2")
        .set("webhookLoseProbability", "0.2")
        .set("dropAnswerProbability", "0.05")
        .set("resetProbability", "0.05");
  }
}
