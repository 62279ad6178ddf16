package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.demo.Assortment;
import dev.kontor.app.demo.Cart;
import dev.kontor.app.demo.Shoppers;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Pace;
import dev.kontor.proof.merchant.Rest;
import dev.kontor.proof.merchant.Shelves;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buyers and warehouse at once: the shop never promises more than there is for long. */
class StockRaceTest {

  private static final int STEPS = Boolean.getBoolean("kontor.full") ? 600 : 120;

  /**
   * A correction is read by the next poll and written while the one after it reads. Polls, as a
   * second is nothing on a busy machine.
   */
  private static final int BOUND = 12;

  /** Should polls themselves take long. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Random random = new Random(7);
  private final Assortment assortment = ShopwareGoods.assortment();
  private final Shoppers shoppers = new Shoppers(assortment, 7);

  @Test
  void shopStockFollowsTruth(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.open(home, "stock")) {
      Shelves shelves = new Shelves(merchant.truth());
      Rest rest = merchant.hub().rest();
      Overstatement overstatement = new Overstatement(shelves, () -> rest.lastPoll("stock"));
      Pace pace = new Pace(random, Duration.ofMillis(80));
      for (int step = 0; step < STEPS; step++) {
        if (random.nextBoolean()) {
          Cart cart = shoppers.next();
          merchant.place(ShopwareGoods.wish(cart));
          shelves.sold(cart.units());
        } else {
          move(merchant);
        }
        overstatement.isOver();
        pace.pause();
      }
      merchant.await(Await.PATIENCE, "exact stock", overstatement::isOver);
      merchant.settle(Await.PATIENCE);
      Figures.print("StockRaceTest: " + STEPS + " steps, " + overstatement);
      assertThat(shelves.wrong()).isEmpty();
      assertThat(overstatement.polls()).isLessThan(BOUND);
      assertThat(overstatement.longest()).isLessThan(LONGEST);
      assertThat(merchant.truth().differences()).isEmpty();
    }
  }

  private void move(Merchant merchant) {
    List<Assortment.Article> articles =
        random.nextInt(3) == 0 ? assortment.ofRate("7") : shoppers.popular();
    int pieces = 1 + random.nextInt(6);
    merchant
        .erp()
        .moveStock(
            articles.get(random.nextInt(articles.size())).sku(),
            "MAIN",
            BigDecimal.valueOf(random.nextInt(3) == 0 ? pieces : -pieces));
  }
}
